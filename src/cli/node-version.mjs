/**
 * Ends the process with one message where Node.js is too old to read the rest. Plain JavaScript, so that every Node.js can
 * read this much of it.
 */
import process from 'node:process';

/** Type stripping, `RegExp.escape` and others came with it; package.json says the same under `engines`. */
const oldest = 24;

if (Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    `这里的 Node.js 是 v${process.versions.node}，计划书架要用 ${oldest} 或更新的版本，什么都没有做。\n` +
      `在 Linux 和 Windows 上用 npm run 运行，它会用项目自带的 Node.js ${oldest}（npm ci 时不要加 --omit=optional）；` +
      `其他系统请先安装 Node.js ${oldest}：https://nodejs.org/zh-cn/download\n`,
  );
  process.exit(1);
}
