/** While developing: problems of a plan as Vite's overlay in the page, at their line. */
import type { AstroIntegration } from 'astro';
import { toHtml } from 'hast-util-to-html';
import { readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { h } from '../model/element.ts';
import type { Problem } from '../model/problem.ts';
import { listEntries, plansFolder } from './load.ts';
import { placeOf, report } from './report.ts';
import { type CheckUpdate, InvalidPlans } from './invalid-plans.ts';

/** Lines shown before and after the one in question. */
const linesAround = 2;

/** The lines around a place, as compilers print them: `> 12 | - name: …` and a mark below the column. */
export function sourceFrame(text: string, line: number, column: number): string {
  const lines = text.split(/\r\n|\r|\n/);
  const first = Math.max(1, line - linesAround);
  const last = Math.min(lines.length, line + linesAround);
  const width = String(last).length;
  const shown: string[] = [];
  for (let number = first; number <= last; number += 1) {
    shown.push(`${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${lines[number - 1] ?? ''}`);
    if (number === line) shown.push(`  ${' '.repeat(width)} | ${' '.repeat(Math.max(0, column - 1))}^`);
  }
  return shown.join('\n');
}

/** The lines around a place as the overlay shows them; it marks the column itself. */
function highlighted(text: string, line: number): string {
  const lines = text.split(/\r\n|\r|\n/);
  const shown = lines.slice(Math.max(0, line - 1 - linesAround), line + linesAround);
  const first = Math.max(0, line - 1 - linesAround) + 1;
  const spans = shown.map((value, index) =>
    h('span', { className: ['line', ...(first + index === line ? ['error-line'] : [])] }, value, '\n'),
  );
  return toHtml(h('pre', h('code', spans)));
}

const escaped = (value: string): string => toHtml({ type: 'text', value });

/** The first error with its lines, and the report of all; Astro's overlay takes message, hint and code as HTML. */
function overlayOf(root: string, errors: readonly Problem[], first: Problem): ErrorPayload {
  const file = join(root, first.file);
  const { line, column } = first.position.kind === 'point' ? first.position : { line: 1, column: 1 };
  // A problem may be about a link that leads nowhere.
  const text = statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file, 'utf8') : '';
  const all = report(errors, new Set(errors.map((problem) => problem.file)).size, 'text');
  return {
    type: 'error',
    err: {
      name: '计划检查',
      title: first.what,
      message: escaped(`${placeOf(first)} ${first.why}`),
      hint: escaped(first.fix),
      loc: { file, line, column },
      highlightedCode: highlighted(text, line),
      stack: `${sourceFrame(text, line, column)}\n\n${all}`,
    },
  };
}

/** Reloads the page once a plan is fixed; it then asks for the remaining errors. */
function sendToPage(
  server: ViteDevServer,
  root: string,
  paths: readonly string[],
  { errors, fixed: mended }: CheckUpdate,
): void {
  const first = errors.find(({ file }) => paths.includes(file)) ?? errors[0];
  if (mended) server.ws.send({ type: 'full-reload' });
  else if (first !== undefined) server.ws.send(overlayOf(root, errors, first));
}

/**
 * Checks a plan each time it is saved; when its last error is fixed, or the plan is deleted, the page loads again and the
 * overlay goes.
 */
export function planOverlay(): AstroIntegration {
  let root = '';
  return {
    name: 'planshelf:overlay',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server, logger }) => {
        const plans = new InvalidPlans(root);
        const look = async (paths: readonly string[]): Promise<void> => {
          sendToPage(server, root, paths, await plans.check(paths));
        };
        const heard = (error: unknown): void => {
          logger.error(`计划检查没有运行：${error instanceof Error ? error.message : String(error)}`);
        };
        const touched = (absolute: string): void => {
          const path = relative(root, absolute).split(sep).join('/');
          if (path.startsWith(`${plansFolder}/`) && path.endsWith('.mdx')) look([path]).catch(heard);
        };
        server.watcher.on('change', touched).on('add', touched).on('unlink', touched);
        // A page that is opened, or loads again, shows what is wrong already.
        server.ws.on('connection', () => {
          look([]).catch(heard);
        });
        listEntries(root).then(look).catch(heard);
      },
    },
  };
}
