import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';

/** The title above a document's text. */
export function titleElementOf(article: Element): Element | undefined {
  if (article.tagName === 'h1') return article;
  for (const child of article.children) {
    const found = child.type === 'element' ? titleElementOf(child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Words of the title above a document's text. */
function titleOfArticle(article: Element): string | undefined {
  const title = titleElementOf(article);
  const text = title && toString(title).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/**
 * What a document is called in running heads, tables of contents and the properties of a PDF: the title above its text,
 * or, as long as that has blanks left open, the plan's own.
 */
export function shownTitle(article: Element, planTitle: string): string {
  return openLabels(article) > 0 ? planTitle : (titleOfArticle(article) ?? planTitle);
}

/** Most characters of a title that has room in the running head of the narrowest paper. */
const longestRunning = 45;

/** The same where it also stands in running heads: a longer title gives way to the plan's own. */
export function runningTitle(article: Element, planTitle: string): string {
  const title = shownTitle(article, planTitle);
  return title.length > longestRunning ? planTitle : title;
}

/** How many blanks of that title are not filled. */
function openLabels(article: Element): number {
  const count = (element: Element): number =>
    element.children.reduce((sum, child) => {
      if (child.type !== 'element') return sum;
      const { className } = child.properties;
      return sum + (Array.isArray(className) && className.includes('blank') ? 1 : count(child));
    }, 0);
  const title = titleElementOf(article);
  return title === undefined ? 0 : count(title);
}
