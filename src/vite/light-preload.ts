import type { Plugin } from 'vite';

/** Vite's own name of the module that stands before every dynamic import. */
const helper = '\0vite/preload-helper.js';

/**
 * Leaves out what Vite puts around `import()`: 1.7 kB on every page, which fetches a part's own imports and style sheets
 * before it. Parts that are loaded on demand here are small and have no style sheets; a build in which one has fails.
 */
export function lightPreload(): Plugin {
  return {
    name: 'planshelf:light-preload',
    enforce: 'pre',
    apply: 'build',
    // Without it each page lists the files that the helper is to fetch.
    config: () => ({ build: { modulePreload: false } }),
    load: (id) => (id === helper ? 'export const __vitePreload = (load) => load();' : undefined),
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isDynamicEntry) continue;
        const sheets = [...(chunk.viteMetadata?.importedCss ?? [])];
        if (sheets.length > 0 && this.environment.name === 'client')
          this.error(
            `${chunk.fileName} 按需载入，却带着样式表 ${sheets.join('、')}，不会被读入：请把样式放进页面的样式表，或去掉 lightPreload。`,
          );
      }
    },
  };
}
