import type { PrintTemplate } from '../../model/template/print-template.ts';
import { bookletStrings as words } from './booklet-strings.zh.ts';

/** What of a template decides whether its papers can stand in a booklet. */
export type Bindable = Pick<PrintTemplate, 'name' | 'title' | 'page'>;

/**
 * Why papers in a template cannot be bound into a booklet, in words; undefined where they can. A booklet is printed in one
 * go on one paper.
 */
export function unbindable({ title, page }: Bindable, booklet: Pick<PrintTemplate, 'page'>): string | undefined {
  const same = page.width === booklet.page.width && page.height === booklet.page.height;
  return same ? undefined : words.otherPaper(title, sizeOf(page), sizeOf(booklet.page));
}

function sizeOf({ width, height }: PrintTemplate['page']): string {
  return `${width} × ${height} mm`;
}
