/** Page size and margins of a template, which `template.ts` states, in its style sheet. */
import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parse } from 'postcss';
import type { Plugin } from 'vite';
import type { PrintTemplate } from '../model/template/print-template.ts';
import { type PageBox, pageBoxCss } from '../model/template/template-options.ts';

/**
 * Puts size and margins into the rule for all pages, which is added where there is none:
 *
 * ```css
 * @page { @top-left { content: string(title) } }
 * ```
 * ```css
 * @page { size: 210mm 297mm; margin: 20mm 21mm 17mm 24mm; @top-left { content: string(title) } }
 * ```
 * In one rule, since Paged.js takes the margins of a second one for all four.
 */
export function withPageBox(css: string, box: PageBox): string {
  const sheet = parse(css);
  const there = sheet.nodes.find((node) => node.type === 'atrule' && node.name === 'page' && node.params === '');
  if (there?.type === 'atrule') {
    there.prepend(pageBoxCss(box));
    return sheet.toString();
  }
  const rule = `\n@page { ${pageBoxCss(box)} }\n`;
  // A sheet's imports must stand before its rules.
  const last = sheet.nodes.findLast((node) => node.type === 'atrule' && ['charset', 'import'].includes(node.name));
  if (last === undefined) sheet.prepend(rule);
  else last.after(rule);
  return sheet.toString();
}

/** Style sheets of templates, `templates/<name>/print.css`, as code imports them; by their address alone they have no text. */
const sheetOfTemplate = /^([^?]*\/templates\/[^/?]+\/)print\.css(?:\?(?!(?:.*&)?(?:url|raw)\b).*)?$/;

/** Vite plugin: `print.css` gets the page box of the `template.ts` beside it. */
export function pageBoxes(): Plugin {
  return {
    name: 'planshelf:page-boxes',
    enforce: 'pre',
    async transform(code, id) {
      const [, folder] = sheetOfTemplate.exec(id) ?? [];
      if (folder === undefined) return null;
      const file = `${folder}template.ts`;
      this.addWatchFile(file);
      return { code: withPageBox(code, await readTemplate(file)), map: null };
    },
  };
}

/** As it is now: the development server goes on when it is saved. */
async function readTemplate(file: string): Promise<PrintTemplate> {
  const { mtimeMs } = await stat(file);
  const description = (await import(`${pathToFileURL(file).href}?t=${Math.trunc(mtimeMs)}`)) as {
    readonly template: PrintTemplate;
  };
  return description.template;
}
