import { Parser } from 'htmlparser2';
import { spaceCharacters } from '../model/search/search-term.ts';

/** Attribute of an element that is read by the index. */
const bodyMark = 'data-pagefind-body';

/** Whether a page offers itself to the index. */
export function isSearchable(html: string): boolean {
  return html.includes(bodyMark);
}

/** A reference within text: `&amp;` is one character. */
const reference = /(&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);)/i;

/**
 * What the index is to read of a page: its language and what is marked for it, every character a word. Charts are left
 * out, since they say again what the tables say, and the numbers of footnotes, which stand in the middle of a sentence.
 * Pages on disk stay as they are.
 *
 * It is read as a stream of tags and text, without a tree, from the first mark to the end of the last: a thousand pages
 * pass through here.
 */
export function searchablePage(html: string): string {
  const page = [/<html\b[^>]*>/i.exec(html)?.[0] ?? ''];
  const marked = html.slice(html.lastIndexOf('<', html.indexOf(bodyMark)));
  const lastMark = marked.lastIndexOf(bodyMark);
  /** How deep within what is marked, itself counted. */
  let depth = 0;
  /** How deep within something there that is not read, itself counted. */
  let unread = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (depth === 0 && !(bodyMark in attributes)) return;
        depth++;
        if (unread > 0 || isUnread(name, attributes)) unread++;
        // As it was written: whatever the attributes hold stays what it was.
        else page.push(marked.slice(parser.startIndex, parser.endIndex + 1));
      },
      ontext(text) {
        if (depth > 0 && unread === 0) page.push(spacedText(text));
      },
      onclosetag(name, implied) {
        if (depth === 0) return;
        depth--;
        if (unread > 0) unread--;
        else if (!implied) page.push(`</${name}>`);
        // Nothing that follows is for the index.
        if (depth === 0 && parser.startIndex > lastMark) parser.pause();
      },
    },
    { decodeEntities: false },
  );
  parser.end(marked);
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
