import type { AstroIntegration } from 'astro';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectionTexts } from './collection-texts.ts';
import { bundledFaces } from './faces.ts';
import { charactersOf, makePrintFonts } from './print-fonts.ts';
import { makeWiderFonts } from './wider-fonts.ts';

/**
 * Publishes the print fonts under `/fonts/` and tells pages their style sheet's address through the module
 * `virtual:planshelf/fonts`.
 */
export function printFonts(): AstroIntegration {
  // Made beside the rest of the build, which asks for it when the first page is bundled.
  let fonts: ReturnType<typeof allFonts>;
  return {
    name: 'planshelf:fonts',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const cacheFolder = join(fileURLToPath(config.cacheDir), 'fonts');
        fonts = allFonts(fileURLToPath(config.root), cacheFolder);
        // Avoid an unhandled rejection before a caller awaits it.
        fonts.catch(() => undefined);
        const folder = `${baseOf(config.base)}fonts/`;
        const exports = async () => ({
          fontStylesheet: folder + (await fonts).stylesheet,
          fontCoverage: folder + (await fonts).coverage,
          fontWider: folder + (await fonts).wider,
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
            const ending = name.split('.').at(-1) ?? '';
            response.setHeader('content-type', types[ending] ?? `font/${ending}`);
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

/** The print fonts and what they are widened by, with all of their files. */
async function allFonts(root: string, cacheFolder: string) {
  const faces = bundledFaces();
  const { stylesheet, coverage, files } = await makePrintFonts(
    faces,
    charactersOf(await collectionTexts(root)),
    cacheFolder,
  );
  const wider = await makeWiderFonts(faces, cacheFolder);
  return { stylesheet, coverage, wider: wider.list, files: new Map([...files, ...wider.files]) };
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
