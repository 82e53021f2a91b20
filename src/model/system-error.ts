/** What the system's own errors mean to the user of a command. */

const words: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了，写不下。腾出空间后再运行一次，会从没有做成的地方接着做',
  EDQUOT: '磁盘配额用完了，写不下。腾出空间后再运行一次，会从没有做成的地方接着做',
  EROFS: '文件夹是只读的，写不进去。请换一个能写的位置，或以可写方式挂载后再运行',
  EACCES: '没有权限。请检查文件和文件夹的读写权限，或换一个用户运行',
  EPERM: '系统不允许这样做。请检查文件和文件夹的读写权限',
  EMFILE: '同时打开的文件太多。用 ulimit -n 提高上限后再运行',
  EIO: '磁盘读写出错。请检查磁盘后再运行',
};

/**
 * A sentence with the place, the code and the remedy for an error of the file system.
 * @returns undefined for any other error
 */
export function systemErrorMessage(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const said = words[String(error.code)];
  if (said === undefined) return undefined;
  const place = 'path' in error && typeof error.path === 'string' ? `${error.path}：` : '';
  return `${place}${said}（${String(error.code)}）。`;
}
