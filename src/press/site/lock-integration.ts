/** Locks for Astro's commands, started by the project's own command line, an npm script, or `npx astro`. */
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { BuildBusyError, type Locked, lockBuild, type LockWait, askedToWait, printToStderr } from './build-lock.ts';

/** A process that is refused ends with a message before it changes anything. */
async function lockOrExit(root: string, what: Locked, wait?: LockWait): Promise<() => void> {
  try {
    return await lockBuild(root, what, wait);
  } catch (error) {
    if (!(error instanceof BuildBusyError)) throw error;
    printToStderr(error.message);
    // Astro would put its own words and a stack trace around an error that is thrown here.
    return process.exit(1);
  }
}

/**
 * To be called where the configuration is read: `astro build --force` empties the store of content, which another build may be
 * reading, before any integration hook runs.
 */
export async function lockBeforeAstro(root: string): Promise<void> {
  if (process.argv.includes('build')) await lockOrExit(root, 'build', askedToWait());
}

/**
 * Two builds in one checkout would empty each other's `dist/` and content, two development servers each other's bundles. A
 * build and a development server have but the reading of content in common, and wait for each other.
 */
export function buildLock(): AstroIntegration {
  let contentRead = (): void => undefined;
  return {
    name: 'planshelf:lock',
    hooks: {
      'astro:config:setup': async ({ command, config, isRestart, updateConfig }) => {
        if (command === 'preview' || isRestart) return;
        const root = fileURLToPath(config.root);
        // Held to the end of the process: what runs after a build, the press above all, writes into the site as well.
        const unlock = await lockOrExit(root, command === 'dev' ? 'dev' : 'build', askedToWait());
        contentRead = await lockOrExit(root, 'content', { print: printToStderr });
        if (command !== 'sync') return;
        // The only sign of the end of `astro sync` is that of its Vite server; `astro check` goes on for long after it.
        const closeBundle = (): void => {
          contentRead();
          unlock();
        };
        updateConfig({ vite: { plugins: [{ name: 'planshelf:unlock', closeBundle }] } });
      },
      'astro:build:start': () => {
        contentRead();
      },
      'astro:server:start': () => {
        contentRead();
      },
    },
  };
}
