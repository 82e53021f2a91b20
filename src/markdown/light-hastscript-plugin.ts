/**
 * Vite plugin that gives `light-hastscript.ts` in the place of hastscript to pages in the browser, where it is small, and to
 * this project's own code in a build, where it is quick: most of a paper's elements are made by it.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const light = fileURLToPath(new URL('light-hastscript.ts', import.meta.url));
const ownCode = fileURLToPath(new URL('../', import.meta.url));

export function lightHastscript(): Plugin {
  return {
    name: 'planshelf:light-hastscript',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id !== 'hastscript') return undefined;
      return this.environment.name === 'client' || importer?.startsWith(ownCode) ? light : undefined;
    },
  };
}
