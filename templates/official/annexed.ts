import type { Element, ElementContent } from 'hast';
import { scheduleStrings } from '../../src/document/time/schedule-strings.zh.ts';
import type { Block } from '../../src/document/schema.ts';
import type { DocumentHtml } from '../../src/html/document-html.ts';
import { titledSchedule } from '../../src/html/schedule.ts';
import { h } from '../../src/model/element.ts';
import { officialStrings as words } from './strings.zh.ts';

/** What stands behind the text, under a number. */
export interface Annex {
  readonly id: string;
  readonly title: string;
  readonly element: Element;
}

/** A text, and what was taken out of it. */
export interface AnnexedText {
  readonly text: readonly ElementContent[];
  readonly annexes: readonly Annex[];
}

/**
 * Makes annexes of the plan's tables and chart, in the order of their places in the text; the text refers to each where it
 * stands. A sole annex has no number (GB/T 9704-2012, 7.3.4). Notes end the text.
 */
export function annexed(html: DocumentHtml): AnnexedText {
  const blocks = html.document.blocks.filter((block) => block.kind !== 'part' || block.part !== 'signOff');
  const parts = new Map(blocks.flatMap((block) => partOf(html, block)));
  const numberOf = (at: number): string => (parts.size === 1 ? '' : String(at + 1));
  const annexes = [...parts.values()].map((part, at): Annex => {
    const id = `annex-${at + 1}`;
    return { id, title: part.title, element: annex(id, part, numberOf(at)) };
  });
  const text = blocks.flatMap((block) => {
    const at = [...parts.keys()].indexOf(block);
    if (at >= 0) return [reference(annexes[at], numberOf(at))];
    return block.kind === 'part' ? [] : html.block(block);
  });
  return { text: [...text, ...html.notes()], annexes };
}

interface Part {
  readonly title: string;
  readonly content: Element;
}

/** A part of the plan's data with its title; nothing for any other block, or where the plan has no such part. */
function partOf(html: DocumentHtml, block: Block): (readonly [Block, Part])[] {
  if (block.kind !== 'part' || block.part === 'signOff') return [];
  const title = block.part === 'schedule' ? scheduleStrings.caption : (html.document.tables[block.part]?.caption ?? '');
  return html.part(block).map((content) => [block, { title, content }] as const);
}

/** A paragraph for a reader's machine, but none of the text that a writer changes. */
function reference(annex: Annex | undefined, number: string): Element {
  const { id = '', title = '' } = annex ?? {};
  return h('div', { className: ['annex-reference'], role: 'paragraph' }, [
    title,
    words.see,
    h('a', { href: `#${id}` }, [words.annex, number]),
    words.end,
  ]);
}

function annex(id: string, { title, content }: Part, number: string): Element {
  return h('section', { className: ['annex'] }, [
    h('h2', { id, className: ['annex-heading'] }, [
      h('span', { className: ['annex-mark'] }, [words.annex, number]),
      h('span', { className: ['annex-title'] }, title),
    ]),
    untitled(content),
  ]);
}

/** The annex's heading says what the caption would say. */
function untitled(content: Element): Element {
  if (content.tagName !== 'table') return titledSchedule(content);
  const children = content.children.map((child) =>
    child.type === 'element' && child.tagName === 'caption'
      ? { ...child, properties: { ...child.properties, dataScreenOnly: '' } }
      : child,
  );
  return { ...content, children };
}
