import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { checkTogether } from './check-together.ts';
import { listEntries } from './load.ts';
import { report } from './report.ts';
import { checkTemplates } from './templates/check-templates.ts';

/** Checks every plan and template before a build, and stops it where one has an error. Warnings are shown and let pass. */
export function planCheck(): AstroIntegration {
  return {
    name: 'planshelf:check',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build') return;
        const root = fileURLToPath(config.root);
        const paths = await listEntries(root);
        const ofEntries = await checkTogether(root, paths);
        const { templates, problems: ofTemplates } = await checkTemplates(root);
        const problems = [...ofEntries, ...ofTemplates];
        const text = report(problems, paths.length, 'text', templates);
        if (problems.some(({ severity }) => severity === 'error')) {
          logger.error(`计划或版式没有通过检查，什么都没有生成。\n\n${text}`);
          // Astro would put its own words and a stack trace around an error that is thrown here.
          process.exit(1);
        }
        logger.info(text);
      },
    },
  };
}
