import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { checkTogether } from './check-together.ts';
import { listEntries } from './load.ts';
import { report } from './report.ts';

/** Checks every plan before a build, and stops it where one has an error. Warnings are shown and let pass. */
export function planCheck(): AstroIntegration {
  return {
    name: 'planshelf:check',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build') return;
        const root = fileURLToPath(config.root);
        const paths = await listEntries(root);
        const problems = await checkTogether(root, paths);
        const text = report(problems, paths.length, 'text');
        if (problems.some(({ severity }) => severity === 'error')) {
          logger.error(`计划没有通过检查，什么都没有生成。\n\n${text}`);
          // Astro would put its own words and a stack trace around an error that is thrown here.
          process.exit(1);
        }
        logger.info(text);
      },
    },
  };
}
