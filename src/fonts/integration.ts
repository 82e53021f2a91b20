import type { AstroIntegration } from 'astro';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectionTexts } from './collection-texts.ts';
import { bundledFaces } from './faces.ts';
import { type PrintFonts, charactersOf, makePrintFonts } from './print-fonts.ts';

/**
 * Publishes the print fonts under `/fonts/` and tells pages their style sheet's address through the module
 * `virtual:planshelf/fonts`.
 */
export function printFonts(): AstroIntegration {
  // Made beside the rest of the build, which asks for it when the first page is bundled.
  let fonts: Promise<PrintFonts>;
  return {
    name: 'planshelf:fonts',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const cacheFolder = join(fileURLToPath(config.cacheDir), 'fonts');
        fonts = collectionTexts(fileURLToPath(config.root)).then((texts) =>
          makePrintFonts(bundledFaces(), charactersOf(texts), cacheFolder),
        );
        // Whoever needs the fonts hears of a failure; until then it must not end the process.
        fonts.catch(() => undefined);
        const folder = `${baseOf(config.base)}fonts/`;
        const exports = async () => ({
          fontStylesheet: folder + (await fonts).stylesheet,
          fontCoverage: folder + (await fonts).coverage,
        });
        updateConfig({ vite: { plugins: [fontModule(exports)] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const name = /\/fonts\/([\w.-]+)$/.exec(request.url ?? '')?.[1];
          if (name === undefined) {
            next();
            return;
          }
          fonts.then(({ files }) => {
            const file = files.get(name);
            if (file === undefined) {
              next();
              return;
            }
            const types: Readonly<Record<string, string>> = { css: 'text/css', txt: 'text/plain' };
            response.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? 'font/woff2');
            response.end(file);
          }, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'fonts');
        await mkdir(folder, { recursive: true });
        for (const [name, bytes] of (await fonts).files) await writeFile(join(folder, name), bytes);
      },
    },
  };
}

function baseOf(base: string): string {
  return base.endsWith('/') ? base : `${base}/`;
}

const moduleId = 'virtual:planshelf/fonts';

function fontModule(exports: () => Promise<Readonly<Record<string, string>>>) {
  return {
    name: 'planshelf:font-module',
    resolveId: (id: string) => (id === moduleId ? `\0${moduleId}` : undefined),
    load: async (id: string) => {
      if (id !== `\0${moduleId}`) return undefined;
      return Object.entries(await exports())
        .map(([name, address]) => `export const ${name} = ${JSON.stringify(address)};`)
        .join('\n');
    },
  };
}
