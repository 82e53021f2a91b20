import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { serve as serveFolder } from '../press/serve.ts';
import { type Command, UsageError, readArguments } from './command.ts';

const defaultPort = 4321;

/** `plan -- serve [--port n] [--base path]`: serves the built site until Ctrl-C. A taken port leads to the next free one. */
export const serve: Command = async ({ args, root, signal, print }) => {
  const { options } = readArguments(args, { port: 'string', base: 'string' });
  const port = options.port === undefined ? defaultPort : Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`端口 ${options.port ?? ''} 不对：0 到 65535 的整数。`);
  const base = options.base ?? process.env['PLANSHELF_BASE'];
  const dist = join(root, 'dist');
  if (!(await stat(dist).catch(() => undefined))?.isDirectory())
    throw new UsageError('还没有 dist/。先运行 npm run build。');
  const site = await serveFolder({ root: dist, port, ...(base === undefined ? {} : { base }) });
  print(`书架已经打开：${site.url}\n按 Ctrl-C 结束。`);
  if (!signal.aborted) await once(signal, 'abort');
  await site.close();
  return 0;
};
