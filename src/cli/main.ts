import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../model/nearest.ts';
import { type Command, UsageError } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { helpWords } from './help-strings.zh.ts';
import { reportError } from './report-error.ts';

/** Commands load when they are asked for: `check` needs no browser, `pdf` no font tables. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  booklet: async () => (await import('./booklet.ts')).booklet,
  build: async () => (await import('./astro.ts')).build,
  check: async () => (await import('./check.ts')).check,
  dev: async () => (await import('./astro.ts')).dev,
  init: async () => (await import('./new/init.ts')).init,
  fill: async () => (await import('./fill.ts')).fill,
  new: async () => (await import('./new/new.ts')).newPlan,
  'new-template': async () => (await import('./new/new-template.ts')).newTemplate,
  pdf: async () => (await import('./pdf.ts')).pdf,
  proof: async () => (await import('./proof.ts')).proof,
  serve: async () => (await import('./serve.ts')).serve,
  sync: async () => (await import('./astro.ts')).sync,
  types: async () => (await import('./astro.ts')).types,
};

/** They look at files that are named to them, or at a finished site. */
const anywhere = new Set(['proof', 'serve']);

function unknownCommand(name: string): UsageError {
  const all = Object.keys(commands);
  return new UsageError(helpWords.noCommand(name, nearest(name, all), all.join('、')));
}

function printHelp(name: string | undefined): number {
  const text = name === undefined ? overview() : commandHelp(name);
  if (text === undefined) throw unknownCommand(name ?? '');
  console.log(text);
  return 0;
}

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    console.log(overview());
    return 2;
  }
  if (name === 'help' || name === '--help' || name === '-h') return printHelp(rest[0]);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw unknownCommand(name);
  if (rest.includes('--help') || rest.includes('-h')) return printHelp(name);
  const root = process.cwd();
  if (!anywhere.has(name) && !existsSync(join(root, 'content/industries.yaml')))
    throw new UsageError(helpWords.notHere(root));
  const command = await load();
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  return command({ args: rest, root, signal: stop.signal, print: console.log });
}

/** `--verbose` and `--wait` are for every command, and for Astro, which runs in the same process. */
function takeCommon(args: readonly string[]): readonly string[] {
  if (args.includes('--verbose')) process.env['DEBUG'] = [process.env['DEBUG'], 'planshelf'].filter(Boolean).join(',');
  if (args.includes('--wait')) process.env['PLANSHELF_WAIT'] = '1';
  return args.filter((arg) => arg !== '--verbose' && arg !== '--wait');
}

try {
  process.exitCode = await main(takeCommon(process.argv.slice(2)));
} catch (error) {
  const code = reportError(error, console.error);
  // A failed build may leave worker processes, which would keep this process alive.
  process.stderr.write('', () => process.exit(code));
}
