/** Writes the files of every plan after the build: `/plans/<slug>/<slug>.docx` and its kin. */
import type { AstroIntegration } from 'astro';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../press/write-whole.ts';
import { planFiles } from './plan-files.ts';
import { readPrintSource, wholeTextTemplate } from './print-source.ts';
import { readPlans } from './read-plan.ts';

/** `PLANSHELF_FILES=off` builds the site without them. */
export function planFilesAfterBuild(): AstroIntegration {
  let root = '';
  return {
    name: 'planshelf:files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (process.env['PLANSHELF_FILES'] === 'off') return;
        const started = performance.now();
        const site = fileURLToPath(dir);
        let count = 0;
        for (const [slug, plan] of await readPlans(root)) {
          const { article } = await readPrintSource(site, slug, await wholeTextTemplate(site, slug));
          const folder = join(site, 'plans', slug);
          await mkdir(folder, { recursive: true });
          for (const [name, content] of await planFiles(plan, article)) {
            await writeWhole(join(folder, name), content);
            count += 1;
          }
        }
        logger.info(`可下载的文件 ${count} 个，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`);
      },
    },
  };
}
