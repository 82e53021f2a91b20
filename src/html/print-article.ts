/** The article of a whole print document, its `main.print-document`. */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { hasClass } from '../model/element.ts';

export function articleOf(document: Root | Element): Element | undefined {
  for (const child of document.children) {
    if (child.type !== 'element') continue;
    const found = hasClass(child, 'print-document') ? child : articleOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A whole print document with another article in the place of its own, and another title where one is given. */
export function withArticle<T extends Root | Element>(document: T, article: Element, title?: string): T {
  const children = document.children.map((child) => {
    if (child.type !== 'element') return child;
    if (child.tagName === 'title' && title !== undefined)
      return { ...child, children: [{ type: 'text' as const, value: title }] };
    return hasClass(child, 'print-document') ? article : withArticle(child, article, title);
  });
  return { ...document, children };
}

/** The title above a paper's text. */
export function titleElementOf(article: Element): Element | undefined {
  if (article.tagName === 'h1') return article;
  for (const child of article.children) {
    const found = child.type === 'element' ? titleElementOf(child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a print document is called. */
export function titleOf(document: Root | Element): string {
  for (const child of document.children) {
    if (child.type !== 'element' || child.tagName === 'body') continue;
    const title = child.tagName === 'title' ? toString(child) : titleOf(child);
    if (title !== '') return title;
  }
  return '';
}
