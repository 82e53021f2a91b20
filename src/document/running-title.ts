import type { Content, PlanDocument } from './schema.ts';
import { inlinesIn } from './content.ts';
import { collapsed } from './white-space.ts';

/** Most characters of a title that has room in the running head of the narrowest paper. */
const longestRunning = 45;

/**
 * What a document is called in tables of contents and the properties of a PDF: its title, or, as long as that has blanks
 * left open, the plan's own.
 */
export function shownTitle({ title, name }: PlanDocument): string {
  const words = titleWords(title.content);
  return words === undefined || words === '' ? name : words;
}

/** The same where it also stands in running heads: a longer title gives way to the plan's own. */
export function runningTitle(document: PlanDocument): string {
  const title = shownTitle(document);
  return title.length > longestRunning ? document.name : title;
}

/** Undefined while a blank is open. */
function titleWords(content: Content): string | undefined {
  let words = '';
  for (const inline of inlinesIn(content)) {
    if (inline.kind === 'text') words += inline.text;
    else if (inline.kind === 'break') words += '\n';
    else if (inline.kind === 'blank') {
      if (inline.words === undefined) return undefined;
      words += inline.words;
    }
  }
  return collapsed(words).trim();
}
