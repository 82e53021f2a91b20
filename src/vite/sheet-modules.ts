/**
 * Style sheets of paper, also as modules. Paged.js reads what browsers drop of a sheet, so it needs the text; a print document
 * may run the site's scripts but connect to nothing, and so cannot fetch it.
 */
import type { AstroIntegration } from 'astro';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Writes beside each style sheet that print documents link, `print.css`, the module of its text, `print.css.js`. */
export function sheetModules(): AstroIntegration {
  const sheets = new Set<string>();
  return {
    name: 'planshelf:sheet-modules',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [noteSheets(sheets)] } });
      },
      'astro:build:done': async ({ dir }) => {
        await Promise.all(
          [...sheets].map(async (name) => {
            await writeFile(new URL(`${name}.js`, dir), sheetModule(await readFile(new URL(name, dir), 'utf8')));
          }),
        );
      },
    },
  };
}

/** A module whose default export is a style sheet's text. */
export function sheetModule(css: string): string {
  return `export default ${JSON.stringify(css)};\n`;
}

/** Notes the files of sheets that code links by their address, `import address from './print.css?url'`. */
function noteSheets(sheets: Set<string>): Plugin {
  const linked = new Set<string>();
  return {
    name: 'planshelf:note-sheets',
    enforce: 'pre',
    load(id) {
      const [path = '', query] = id.split('?');
      if (path.endsWith('.css') && new URLSearchParams(query).has('url')) linked.add(path);
      return null;
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        const paths =
          file.type === 'asset'
            ? file.originalFileNames.map((name) => resolve(this.environment.config.root, name))
            : [];
        if (paths.some((path) => linked.has(path.replaceAll('\\', '/')))) sheets.add(file.fileName);
      }
    },
  };
}
