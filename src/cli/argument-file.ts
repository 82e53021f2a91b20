import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './command.ts';

/**
 * A file that was named on the command line.
 * @throws {UsageError} if it cannot be read
 */
export async function readArgumentFile(path: string, root: string): Promise<Uint8Array> {
  return readFile(resolve(root, path)).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: '没有这个文件',
      EISDIR: '这是文件夹',
      EACCES: '没有读取它的权限',
      EPERM: '没有读取它的权限',
    };
    const reason = reasons[code] ?? `系统说 ${code || String(error)}`;
    throw new UsageError(`读不到 ${path}：${reason}。请核对文件名和所在的文件夹。`, { cause: error });
  });
}
