import type { AstroIntegration } from 'astro';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Gives each command of each shelf a folder of its own for what its Vite server bundles of packages. In the one folder that
 * Vite takes, in node_modules, a server that starts takes from another that runs what that has bundled: a build from the
 * dev server beside it, a shelf from another that shares its packages.
 */
export function bundlesApart(): AstroIntegration {
  return {
    name: 'planshelf:bundles',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        updateConfig({ vite: { cacheDir: join(fileURLToPath(config.cacheDir), 'vite', command) } });
      },
    },
  };
}
