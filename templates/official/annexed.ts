import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { scheduleStrings } from '../../src/document/schedule-strings.zh.ts';
import { titledSchedule } from '../../src/components/schedule.ts';
import { childElements, hasClass } from '../../src/fill/block-text.ts';
import { planTableName } from '../../src/fill/table-columns.ts';
import { h } from '../../src/model/element.ts';
import { officialStrings as words } from './strings.zh.ts';

/** A text, and what was taken out of it. */
export interface AnnexedText {
  readonly text: readonly ElementContent[];
  readonly annexes: readonly Element[];
}

/**
 * Makes annexes of the plan's tables and chart; the text refers to each where it stood. Numbers are put in by
 * `numberAnnexes`.
 */
export function annexed(content: readonly ElementContent[]): AnnexedText {
  const annexes: Element[] = [];
  const text = content.map((node): ElementContent => {
    if (node.type !== 'element') return node;
    const title = titleOf(node);
    if (title === undefined) return node;
    const id = `annex-${annexes.length + 1}`;
    annexes.push(annex(id, title, node));
    return reference(id, title);
  });
  return { text, annexes };
}

/** Title of a part of the plan's data; undefined for anything else. */
function titleOf(node: Element): string | undefined {
  if (hasClass(node, 'schedule')) return scheduleStrings.caption;
  if (planTableName(node) === undefined) return undefined;
  const caption = childElements(node).find(({ tagName }) => tagName === 'caption');
  return caption === undefined ? undefined : toString(caption);
}

/** A paragraph for a reader's machine, but none of the text that a writer changes. */
function reference(id: string, title: string): Element {
  return h('div', { className: ['annex-reference'], role: 'paragraph', dataAnnexOf: id }, [
    title,
    words.see,
    h('a', { href: `#${id}` }, [words.annex, number()]),
    words.end,
  ]);
}

function annex(id: string, title: string, content: Element): Element {
  return h('section', { className: ['annex'], dataAnnex: id }, [
    h('h2', { id, className: ['annex-heading'] }, [
      h('span', { className: ['annex-mark'] }, [words.annex, number()]),
      h('span', { className: ['annex-title'] }, title),
    ]),
    untitled(content),
  ]);
}

function number(): Element {
  return h('span', { className: ['annex-number'] });
}

/** The annex's heading says what the caption would say. */
function untitled(content: Element): Element {
  if (hasClass(content, 'schedule')) return titledSchedule(content);
  const children = content.children.map((child) =>
    child.type === 'element' && child.tagName === 'caption'
      ? { ...child, properties: { ...child.properties, dataScreenOnly: '' } }
      : child,
  );
  return { ...content, children };
}
