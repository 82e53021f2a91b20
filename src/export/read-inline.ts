import type { Element, ElementContent } from 'hast';
import { childElements, footnoteOf, hasClass } from '../fill/block-text.ts';
import { collapsed } from '../document/white-space.ts';
import type { Inline, TextStyle } from './blocks.ts';

const styles: Readonly<Record<string, TextStyle>> = {
  strong: { bold: true },
  b: { bold: true },
  em: { italic: true },
  i: { italic: true },
  del: { strike: true },
  s: { strike: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  sup: { raised: true },
  sub: { lowered: true },
};

/** Inline content of a filled document; white space as it is shown, none at the ends. */
export function readInline(nodes: readonly ElementContent[]): Inline[] {
  return trimmed(joined(nodes.flatMap((node) => inlineOf(node, {}))));
}

function inlineOf(node: ElementContent, style: TextStyle): Inline[] {
  if (node.type === 'text') return [{ kind: 'text', text: collapsed(node.value), style }];
  if (node.type !== 'element' || node.properties['dataScreenOnly'] !== undefined) return [];
  const { tagName, properties, children } = node;
  const footnote = footnoteOf(node);
  if (footnote !== undefined) return [{ kind: 'footnote', id: footnote, number: Number(textOf(node)) || 0 }];
  if (properties['dataFootnoteBackref'] !== undefined || tagName === 'input' || tagName === 'svg') return [];
  if (hasClass(node, 'blank')) return blankOf(node, style);
  if (hasClass(node, 'signature')) return [{ kind: 'gap' }];
  if (hasClass(node, 'signed-on'))
    return [
      {
        kind: 'text',
        text: childElements(node)
          .map((part) => `　　${textOf(part)}`)
          .join(''),
        style,
      },
    ];
  if (tagName === 'br') return [{ kind: 'break' }];
  if (tagName === 'img') return [{ kind: 'text', text: pictureText(node), style }];
  const inner = { ...style, ...styles[tagName] };
  const content = children.flatMap((child) => inlineOf(child, inner));
  const href = tagName === 'a' ? safeHref(properties['href']) : undefined;
  return href === undefined ? content : [{ kind: 'link', href, content: joined(content) }];
}

/** An open field, and behind it the unit that its figure will have. */
function blankOf(blank: Element, style: TextStyle): Inline[] {
  const [label, unit] = childElements(blank);
  const open: Inline = { kind: 'blank', label: label === undefined ? textOf(blank) : textOf(label), style };
  return unit === undefined ? [open] : [open, { kind: 'text', text: textOf(unit), style }];
}

/** A link that leads out; one within the document is its words. */
function safeHref(href: unknown): string | undefined {
  return typeof href === 'string' && /^(?:https?:\/\/|mailto:)/i.test(href) ? href : undefined;
}

function pictureText({ properties: { alt } }: Element): string {
  return typeof alt === 'string' && alt !== '' ? `（图：${alt}）` : '';
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? collapsed(child.value) : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

/** Neighbours in the same style become one. */
function joined(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of content) {
    const last = result.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && sameStyle(inline.style, last.style)) {
      result[result.length - 1] = { ...last, text: last.text + inline.text };
    } else if (inline.kind !== 'text' || inline.text !== '') result.push(inline);
  }
  return result;
}

function sameStyle(one: TextStyle, other: TextStyle): boolean {
  const keys = ['bold', 'italic', 'strike', 'code', 'raised', 'lowered'] as const;
  return keys.every((key) => one[key] === other[key]);
}

function trimmed(content: readonly Inline[]): Inline[] {
  const words = [...content];
  const [first] = words;
  if (first?.kind === 'text') words[0] = { ...first, text: first.text.replace(/^ /, '') };
  const last = words.at(-1);
  if (last?.kind === 'text') words[words.length - 1] = { ...last, text: last.text.replace(/ $/, '') };
  return words.filter((inline) => inline.kind !== 'text' || inline.text !== '');
}
