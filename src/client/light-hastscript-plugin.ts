/** Vite plugin that gives pages in the browser `light-hastscript.ts` in the place of hastscript. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const light = fileURLToPath(new URL('light-hastscript.ts', import.meta.url));

export function lightHastscript(): Plugin {
  return {
    name: 'planshelf:light-hastscript',
    enforce: 'pre',
    resolveId(id) {
      return id === 'hastscript' && this.environment.name === 'client' ? light : undefined;
    },
  };
}
