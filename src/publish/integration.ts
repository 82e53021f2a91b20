/** Writes the files of every plan after the build: `/plans/<slug>/<slug>.docx` and its kin. */
import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import { writePlanFiles } from './write-plan-files.ts';

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
        const count = await writePlanFiles(root, fileURLToPath(dir));
        logger.info(`可下载的文件 ${count} 个，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`);
      },
    },
  };
}
