/** Commands that Astro carries out; the configuration and its integrations do the rest. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from './command.ts';

/** `plan -- build [--force]`: the site and all PDFs. */
export const build = astroCommand('build');

/** `plan -- dev [--port n]`: the site while somebody writes. */
export const dev = astroCommand('dev');

/** `plan -- sync`: the types of the content. */
export const sync = astroCommand('sync');

/** `plan -- types`: what TypeScript says of the code, pages among it. */
export const types = astroCommand('check');

/** Astro's own command line, in this process, with the options that were given; it ends the process. */
function astroCommand(name: string): Command {
  return async ({ args }) => {
    // Astro would send home which command was run, on what system, with which packages.
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    const program = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs');
    process.argv.splice(1, Infinity, program, name, ...args);
    // Astro handles no signals itself; the integrations of a build do.
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    await import(pathToFileURL(program).href);
    return new Promise(() => undefined);
  };
}
