/**
 * A template may show a block of the plan's text in part, such as a paragraph without its footnotes. The block says so,
 * that a writer's changes of the text still reach it:
 *
 * ```html
 * <p data-origin="hash of all its words" data-without="lead-in">全年满意度达到【满意度目标】。</p>
 * ```
 */
import type { Element } from 'hast';
import { editableText } from './block-text.ts';
import { ownWords } from './document-blocks.ts';
import { footnotesIn } from './edited-content.ts';
import { withoutLeadIn } from './lead-in.ts';
import { textHash } from '../document/text-hash.ts';

/** A part of a block, with the mark of the whole one where it says less than that. */
export function partOf(whole: Element, part: Element, without?: 'lead-in'): Element {
  const words = editableText(ownWords(whole));
  if (words === editableText(ownWords(part))) return part;
  const properties = { ...part.properties, dataOrigin: textHash(words), ...(without && { dataWithout: without }) };
  return { ...part, properties };
}

/** Hash of the words of the block that an element shows a part of; undefined where it shows all of its own. */
export function originOf({ properties: { dataOrigin } }: Element): string | undefined {
  return typeof dataOrigin === 'string' ? dataOrigin : undefined;
}

/** Words for a whole block as they are for a part of it that does not show its footnotes. */
export function wordsForPart(text: string, whole: Element, part: Element): string {
  const shown = footnotesIn(part);
  const gone = [...footnotesIn(whole).keys()].filter((id) => !shown.has(id));
  return gone.reduce((words, id) => words.replaceAll(`[^${id}]`, ''), text);
}

/** Takes away from changed words what the template takes away. */
export function inPart(element: Element): Element {
  return element.properties['dataWithout'] === 'lead-in' ? withoutLeadIn(element) : element;
}
