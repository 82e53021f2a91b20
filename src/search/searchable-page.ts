import { Parser } from 'htmlparser2';
import { spaceCharacters } from '../model/search-term.ts';

/** Whether a page offers itself to the index. */
export function isSearchable(html: string): boolean {
  return html.includes('data-pagefind-body');
}

/** A reference within text: `&amp;` is one character. */
const reference = /(&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);)/i;

/**
 * A page as the index is to read it: every character a word. Charts are left out, since they say again what the tables
 * say, and the numbers of footnotes, which stand in the middle of a sentence. Pages on disk stay as they are.
 *
 * It is read as a stream of tags and text, without a tree: a thousand pages pass through here.
 */
export function searchablePage(html: string): string {
  const page: string[] = [];
  /** How deep within something that is not read, itself counted. */
  let unread = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unread > 0 || isUnread(name, attributes)) {
          unread++;
          return;
        }
        // As it was written: whatever the attributes hold stays what it was.
        page.push(html.slice(parser.startIndex, parser.endIndex + 1));
      },
      ontext(text) {
        if (unread === 0) page.push(spacedText(text));
      },
      onclosetag(name, implied) {
        if (unread > 0) unread--;
        else if (!implied) page.push(`</${name}>`);
      },
      onprocessinginstruction(_, text) {
        page.push(`<${text}>`);
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  return page.join('');
}

function spacedText(text: string): string {
  return text
    .split(reference)
    .map((part, index) => (index % 2 === 0 ? spaceCharacters(part) : spaceCharacters('&') + part.slice(1)))
    .join('');
}

function isUnread(name: string, attributes: Readonly<Record<string, string>>): boolean {
  const aside = 'data-footnote-ref' in attributes || 'data-footnote-backref' in attributes;
  return aside || ['svg', 'script', 'style', 'template'].includes(name);
}
