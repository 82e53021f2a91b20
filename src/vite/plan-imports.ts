/** What compiled entries may import: the framework that shows them, and pictures. */
import type { AstroIntegration } from 'astro';
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { isFault, pictureAt } from '../markdown/picture-file.ts';
import { drawSvg } from './draw-svg.ts';

/** Modules that Astro's own code in a compiled entry imports. */
const ofFramework = /^astro(?::assets|\/jsx-runtime|\/runtime\/server\/index\.js)$/;

/**
 * To show a picture, a compiled entry imports it, and whatever is imported may run. So nothing is but pictures, by their
 * content, and what Astro adds.
 */
export function planImports(): AstroIntegration {
  return {
    name: 'planshelf:imports',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const drawn = join(fileURLToPath(config.cacheDir), 'pictures');
        updateConfig({ vite: { plugins: [importGuard(realpathSync(fileURLToPath(config.root)), drawn)] } });
      },
    },
  };
}

/**
 * @param root of the project, links resolved
 * @param drawn folder for drawings as they are shown
 */
export function importGuard(root: string, drawn: string): Plugin {
  const plans = join(root, 'content', 'plans') + sep;
  return {
    name: 'planshelf:imports',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (importer?.endsWith('.mdx') !== true || ofFramework.test(source)) return null;
      const entry = importer.split('/').join(sep);
      if (!entry.startsWith(plans)) this.error(`${importer} 不在 content/plans/ 下，不能编译。`);
      // Of the path that `remarkRefuseActive` has written; anything else is no picture.
      const picture = pictureAt(root, entry, encodeURI(source));
      if (!/^\.\.?\//.test(source) || isFault(picture)) this.error(`${importer} 引用了 ${source}，它不是图片。`);
      const path = picture.format === 'svg' ? await drawSvg(picture.path, drawn) : picture.path;
      return path.split(sep).join('/');
    },
  };
}
