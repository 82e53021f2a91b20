import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../fixtures/smuggling', import.meta.url));

/** Prose by name that tries to have something run, loaded or sent. Each sets `window.__ran`, or asks `canary.invalid`. */
export const smuggledProse: ReadonlyMap<string, string> = new Map(
  readFileSync(join(folder, 'prose.txt'), 'utf8')
    .split(/^#### /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n');
      return [name, lines.join('\n').trim()];
    }),
);

/** Strings for wherever a value may stand. */
export const smuggledValues: readonly string[] = linesOf('values.txt');

/** HTML that would run if it ever reached a page. */
export const smuggledHtml: readonly string[] = linesOf('html.txt');

function linesOf(name: string): string[] {
  return readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
}
