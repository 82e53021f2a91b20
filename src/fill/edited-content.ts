import type { Element, ElementContent } from 'hast';
import { inlineContent } from '../markdown/blank-element.ts';
import type { Field } from '../model/field.ts';
import type { FormatOptions } from '../model/value.ts';
import { childElements, footnoteOf } from './block-text.ts';
import { plainText } from '../document/plain-text.ts';

/**
 * A writer's words as document content: blanks, line breaks, and the footnotes that the block has had. Everything else
 * is text. The other way round from `editableText`.
 */
export function editedContent(
  text: string,
  fields: readonly Field[],
  footnotes: ReadonlyMap<string, Element> = new Map(),
  options: FormatOptions = {},
): ElementContent[] {
  return plainText(text)
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }]),
      ...line.split(/(\[\^[^\]\s]+\])/u).flatMap((piece) => {
        const footnote = footnotes.get(/^\[\^(.+)\]$/u.exec(piece)?.[1] ?? '');
        return footnote === undefined ? inlineContent(piece, fields, options) : [footnote];
      }),
    ]);
}

/** The references to footnotes within an element, by the footnote's id. */
export function footnotesIn(element: Element): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const child of childElements(element)) {
    const id = footnoteOf(child);
    if (id !== undefined) found.set(id, child);
    else for (const [name, reference] of footnotesIn(child)) found.set(name, reference);
  }
  return found;
}
