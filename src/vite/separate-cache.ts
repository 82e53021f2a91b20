import type { AstroIntegration } from 'astro';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What builds write, relative to the project's root: open pages must not reload for it. */
const written = ['.cache', 'dist', '.dist-next', '.dist-previous'];

/**
 * Gives each command of each shelf a folder of its own for what its Vite server bundles of packages. In the one folder that
 * Vite takes, in node_modules, a server that starts takes from another that runs what that has bundled: a build from the
 * dev server beside it, a shelf from another that shares its packages.
 */
export function separateViteCache(): AstroIntegration {
  return {
    name: 'planshelf:vite-cache',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        const folders = written.map((name) => join(fileURLToPath(config.root), name));
        updateConfig({
          vite: {
            cacheDir: join(fileURLToPath(config.cacheDir), 'vite', command),
            // Astro looks for scripts below src/ alone; what it does not find is bundled when a print document asks for it.
            optimizeDeps: { entries: ['templates/**/*.astro'] },
            server: {
              watch: { ignored: (path) => folders.some((folder) => path === folder || path.startsWith(folder + sep)) },
            },
          },
        });
      },
    },
  };
}
