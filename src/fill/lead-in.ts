import type { Element } from 'hast';

/** A paragraph without its last sentence where that leads over, with a colon, to the table behind it. */
export function withoutLeadIn(paragraph: Element): Element {
  const { children } = paragraph;
  const last = children.at(-1);
  if (last?.type !== 'text' || !last.value.trimEnd().endsWith('：')) return paragraph;
  const at = children.findLastIndex((child) => child.type === 'text' && child.value.includes('。'));
  const child = children[at];
  if (child?.type !== 'text') return { ...paragraph, children: [] };
  const value = child.value.slice(0, child.value.lastIndexOf('。') + 1);
  return { ...paragraph, children: [...children.slice(0, at), { type: 'text', value }] };
}
