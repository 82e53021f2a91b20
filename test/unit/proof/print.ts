import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import subsetFont from 'subset-font';
import { build } from 'vite';
import type { PrintTemplate } from '../../../src/model/template/print-template.ts';
import { browserChoices } from '../../../src/press/browser/browser-choice.ts';
import { openFirstBrowser } from '../../../src/press/browser/browser.ts';
import { pagedjsPatch } from '../../../src/vite/pagedjs-patch.ts';
import { sheetModule } from '../../../src/vite/sheet-modules.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const origin = 'http://print.invalid';

/** The template that the fixtures are printed with. */
export const template: PrintTemplate = {
  name: 'proof',
  title: '校验稿',
  page: { width: 210, height: 297 },
  margin: { top: 20, right: 20, bottom: 20, left: 20 },
  pages: { min: 1, max: 12 },
  runningText: ({ number, total, title }) => [title, `第 ${number} 页 共 ${total} 页`],
};

const css = `
@page { size: 210mm 297mm; margin: 20mm;
  @top-center { content: string(title) }
  @bottom-center { content: '第 ' counter(page) ' 页 共 ' counter(pages) ' 页' } }
h1 { string-set: title content(text) }
body { font: 12pt/1.7 Proof; text-autospace: normal; text-spacing-trim: trim-start; line-break: strict }
h1, h2, h3, th { font-weight: 700 }
table { border-collapse: collapse; width: 100% }
td, th { border: 0.5pt solid #000; text-align: left }
code, pre { font-family: Proof }
.cjk { list-style-type: cjk-ideographic }
.narrow { width: 5em }
[data-screen-only] { display: none }`;

export interface PrintOptions {
  /** Added to the style sheet. */
  readonly css?: string;
  readonly tagged?: boolean;
  readonly outline?: boolean;
  /** Changes the live page after pagination. */
  readonly damage?: () => void;
}

/** Prints documents as the press does: paginated by the client code, on one page that stays open. */
export interface Printer {
  print(html: string, options?: PrintOptions): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * @param characters - every character that the fonts shall have
 * @param options.systemFonts documents may use the fonts that the system's fontconfig names
 * @throws if there is no browser on this machine
 */
export async function openPrinter(
  characters: string,
  { systemFonts = false }: { readonly systemFonts?: boolean } = {},
): Promise<Printer> {
  const [script, fonts] = await Promise.all([bundle(), fontFaces(characters)]);
  const cache = fileURLToPath(new URL('node_modules/.cache/planshelf/', `file://${root}`));
  const { opened: browser } = await openFirstBrowser(await browserChoices(process.env, systemFonts), cache);
  const page = await browser.browser.newPage();
  let number = 0;
  const sheets = new Map<string, string>();
  await page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: stage });
    if (path === '/print.js') return route.fulfill({ contentType: 'text/javascript', body: script });
    const module = path.endsWith('.css.js') ? sheets.get(path.slice(0, -'.js'.length)) : undefined;
    if (module !== undefined) return route.fulfill({ contentType: 'text/javascript', body: sheetModule(module) });
    const body = path === '/fonts.css' ? fonts : (sheets.get(path) ?? '');
    return route.fulfill({ contentType: 'text/css', body });
  });
  await page.goto(`${origin}/#stage`);
  await page.evaluate(() => window.planshelf?.ready);
  return {
    async print(html, options = {}) {
      const sheet = `/print-${++number}.css`;
      sheets.set(sheet, css + (options.css ?? ''));
      return printOne(page, html.replace('href="/print.css"', `href="${sheet}"`), options);
    },
    close: () => browser.close(),
  };
}

async function printOne(page: Page, html: string, options: PrintOptions): Promise<Uint8Array> {
  await page.evaluate(([document, address]) => window.planshelf?.paginate(document, address), [
    html,
    `${origin}/`,
  ] as const);
  if (options.damage) await page.evaluate(options.damage);
  const { tagged = true, outline = true } = options;
  return page.pdf({ tagged, outline, preferCSSPageSize: true, printBackground: true });
}

const stage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>—</title>
<link rel="stylesheet" href="/fonts.css" data-pagedjs-ignore><script type="module" src="/print.js"></script></head><body></body></html>`;

/** A whole print document around a body. */
export function documentOf(body: string, title = '物业季度工作计划', language = 'zh-CN'): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="/fonts.css" data-pagedjs-ignore><link rel="stylesheet" href="/print.css" data-paged>
</head><body><main class="print-document">${body}</main></body></html>`;
}

async function bundle(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [pagedjsPatch()],
    build: { write: false, rolldownOptions: { input: `${root}src/client/print-document.ts` } },
  });
  const first = Array.isArray(result) ? result[0] : result;
  const chunk = first && 'output' in first ? first.output.find((output) => output.type === 'chunk') : undefined;
  if (!chunk) throw new Error('the pagination script was not bundled');
  return chunk.code;
}

/**
 * Two static faces of `Proof` and of `Sans`, cut to the characters; `Plain`, which has no bold face; and `Radicals`, whose 用 shares its glyph
 * with a radical.
 */
async function fontFaces(characters: string): Promise<string> {
  const faces = await Promise.all([
    fontFace('Proof', '400Regular', characters),
    fontFace('Proof', '700Bold', characters),
    fontFace('Radicals', '400Regular', '用\u2f64'),
    fontFace('Sans', '400Regular', characters, 'sans'),
    fontFace('Sans', '700Bold', characters, 'sans'),
  ]);
  return [...faces, faces[0].replace('font-family: Proof', 'font-family: Plain')].join('\n');
}

async function fontFace(
  family: string,
  face: string,
  characters: string,
  style: 'serif' | 'sans' = 'serif',
): Promise<string> {
  const require = createRequire(import.meta.url);
  const name = style === 'sans' ? 'Sans' : 'Serif';
  const file = require.resolve(`@expo-google-fonts/noto-${style}-sc/${face}/Noto${name}SC_${face}.ttf`);
  const font = await subsetFont(await readFile(file), characters, { targetFormat: 'woff2' });
  const source = `url(data:font/woff2;base64,${Buffer.from(font).toString('base64')}) format('woff2')`;
  return `@font-face { font-family: ${family}; font-weight: ${face.slice(0, 3)}; src: ${source} }`;
}
