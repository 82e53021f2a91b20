/** What compiled entries may import, and where pages find their pictures. */
import type { AstroIntegration } from 'astro';
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { PictureSource } from '../pictures/published-pictures.ts';

/** Modules that Astro's own code in a compiled entry imports. */
const ofFramework = /^astro(?:\/jsx-runtime|\/runtime\/server\/index\.js)$/;

/** Whatever is imported may run, so an entry imports nothing but what Astro adds; its pictures are read as files. */
export function planImports(): AstroIntegration {
  return {
    name: 'planshelf:imports',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const root = realpathSync(fileURLToPath(config.root));
        const drawn = join(fileURLToPath(config.cacheDir), 'pictures');
        const program = join(import.meta.dirname, '../pictures/draw-svg-process.ts');
        updateConfig({ vite: { plugins: [importGuard(root), pictureModule({ root, drawn, program })] } });
      },
    },
  };
}

/** @param root of the project, links resolved */
export function importGuard(root: string): Plugin {
  const plans = join(root, 'content', 'plans') + sep;
  return {
    name: 'planshelf:imports',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer?.endsWith('.mdx') !== true || ofFramework.test(source)) return null;
      if (!importer.split('/').join(sep).startsWith(plans))
        this.error(`${importer} 不在 content/plans/ 下，不能编译。`);
      this.error(`${importer} 引用了 ${source}：计划不引用程序。`);
    },
  };
}

const moduleId = 'virtual:planshelf/pictures';

function pictureModule(source: PictureSource): Plugin {
  return {
    name: 'planshelf:pictures',
    resolveId: (id) => (id === moduleId ? `\0${moduleId}` : undefined),
    load: (id) => (id === `\0${moduleId}` ? `export const pictureSource = ${JSON.stringify(source)};` : undefined),
  };
}
