/** Texts of the style sheets that Paged.js gets; each is fetched once for the life of the page. */
import { scopedSheet } from './scoped-sheet.ts';
import type { LinkedSheet } from './source.ts';

const texts = new Map<string, Promise<string>>();

async function fetchText(url: string): Promise<string> {
  // The development server answers with a script unless it is asked for a style sheet.
  const response = await fetch(url, { headers: { accept: 'text/css,*/*;q=0.1' } });
  if (!response.ok) throw new Error(`样式表读取失败：${url}（${String(response.status)}）`);
  return response.text();
}

/** A style sheet as text. */
export interface StyleSheet {
  /** Base of the addresses in it. */
  readonly url: string;
  readonly text: string;
}

/**
 * Texts of the style sheets, those of a paper held to it.
 * @throws if one of them cannot be read; the next call then tries it again
 */
export async function loadStyleSheets(sheets: readonly LinkedSheet[]): Promise<readonly StyleSheet[]> {
  return Promise.all(
    sheets.map(async ({ url, paper }) => {
      const text = texts.get(url) ?? fetchText(url);
      texts.set(url, text);
      try {
        return { url, text: paper === undefined ? await text : scopedSheet(await text, paper) };
      } catch (error) {
        texts.delete(url);
        throw error;
      }
    }),
  );
}
