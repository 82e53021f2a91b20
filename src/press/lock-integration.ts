import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { BuildBusyError, lockBuild } from './build-lock.ts';

/** Two builds in one checkout would empty each other's `dist/`: the second ends with a message before it changes anything. */
export function oneBuildAtATime(): AstroIntegration {
  return {
    name: 'planshelf:lock',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build') return;
        try {
          // Held to the end of the process: what runs after the build, the press above all, writes into the site as well.
          await lockBuild(fileURLToPath(config.root));
        } catch (error) {
          if (!(error instanceof BuildBusyError)) throw error;
          logger.error(error.message);
          // Astro would put its own words and a stack trace around an error that is thrown here.
          process.exit(1);
        }
      },
    },
  };
}
