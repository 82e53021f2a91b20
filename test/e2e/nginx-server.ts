/** nginx with the shelf's recipe, adapted as its first lines tell a team to. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const recipe = resolve(import.meta.dirname, '../../.publish/nginx.conf');

export function hasNginx(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // not installed
  }
}

export interface NginxServer {
  readonly origin: string;
  /** What `nginx -t` says of the recipe: its warnings are there, too. */
  readonly verdict: string;
  close(): Promise<void>;
}

/** What an installation brings along around the recipe, in a folder of its own. */
function surroundings(folder: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const temporary = kinds.map((kind) => `${kind}_temp_path ${join(folder, kind)};`).join(' ');
  // As root, nginx would hand its work to a user who may not read the folder.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user} daemon off; worker_processes 1; pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')};
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${temporary}
  include ${join(folder, 'shelf.conf')};
}
`;
}

function adapted(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`${recipe} has no “${from}”`);
    return before.replace(from, to);
  }, text);
}

/**
 * @param folder of nginx's own files
 * @param root what is served, with the site in the folder of its base path
 * @param base base path, such as `/team/plans/`
 */
export async function startNginx(folder: string, root: string, base: string, port: number): Promise<NginxServer> {
  await mkdir(folder, { recursive: true });
  const text = adapted(await readFile(recipe, 'utf8'), [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['root /usr/share/nginx/html;', `root ${root};`],
    ['$planshelf_base "";', `$planshelf_base "${base.replace(/\/$/, '')}";`],
  ]);
  const config = join(folder, 'nginx.conf');
  await writeFile(join(folder, 'shelf.conf'), text);
  await writeFile(config, surroundings(folder));
  const args = ['-p', folder, '-e', join(folder, 'error.log'), '-c', config];
  const { stderr: verdict } = await promisify(execFile)('nginx', [...args, '-t']);
  const child = spawn('nginx', args, { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(origin, { redirect: 'manual' }).then(Boolean, () => false)) break;
    await wait(50);
  }
  return {
    origin,
    verdict,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGQUIT');
      await ended;
    },
  };
}
