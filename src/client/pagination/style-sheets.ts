/** Texts of the style sheets that Paged.js gets: modules, since a print document may connect to nothing. */
import { scopedSheet } from './scoped-sheet.ts';
import type { LinkedSheet } from './source.ts';

/** The build writes a module beside each sheet; while developing, Vite makes it. */
const ending = import.meta.hot === undefined ? '.js' : '?inline';

async function textAt(url: string): Promise<string> {
  try {
    const sheet = (await import(/* @vite-ignore */ url + ending)) as { readonly default: string };
    return sheet.default;
  } catch (cause) {
    throw new Error(`样式表读取失败：${url}`, { cause });
  }
}

/** A style sheet as text. */
export interface StyleSheet {
  /** Base of the addresses in it. */
  readonly url: string;
  readonly text: string;
}

/**
 * Texts of the style sheets, those of a paper held to it.
 * @throws if one of them cannot be read
 */
export async function loadStyleSheets(sheets: readonly LinkedSheet[]): Promise<readonly StyleSheet[]> {
  return Promise.all(
    sheets.map(async ({ url, paper }) => {
      const text = await textAt(url);
      return { url, text: paper === undefined ? text : scopedSheet(text, paper) };
    }),
  );
}
