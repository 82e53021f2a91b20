import type { Nodes } from 'mdast';
import { attributeOf } from '../../markdown/allowed-markup.ts';
import { groupElements } from '../html-names.ts';
import type { BlockIds } from './block-ids.ts';
import type { ProseContent } from './prose-content.ts';
import { type Jsx, type KeptAttributes, elementsIn, keptAttributesOf, rawText } from './prose-elements.ts';
import { htmlTableRows } from './prose-table.ts';
import type { Block, BlockOf, Inline, ListItem } from '../schema.ts';

/** Reads what is within an element. */
export interface ProseReader {
  readonly ids: BlockIds;
  readonly content: ProseContent;
  flow(nodes: readonly Nodes[], between: '' | ' '): Block[];
  isFlow(node: Nodes): boolean;
  cell(id: string, nodes: readonly Nodes[]): Block[];
  paragraph(nodes: readonly Nodes[], more: KeptAttributes & { summary?: true }): Block;
  heading(level: number, anchor: string | undefined, nodes: readonly Nodes[], numbered: boolean): BlockOf<'heading'>;
  figure(picture: Extract<Inline, { kind: 'picture' }>): Block;
}

/** Blocks of an HTML element in the prose. */
export function htmlBlocks(node: Jsx, reader: ProseReader): Block[] {
  const { ids, content } = reader;
  const name = node.name ?? '';
  const named = keptAttributesOf(node);
  if (/^h[1-6]$/.test(name))
    return [{ ...reader.heading(Number(name[1]) - 1, named.anchor, node.children, false), ...named }];
  switch (name) {
    case 'p':
      return [reader.paragraph(node.children, named)];
    case 'summary':
      if (node.children.some((child) => reader.isFlow(child))) break;
      return [reader.paragraph(node.children, { ...named, summary: true })];
    case 'ul':
    case 'ol':
      return [list(node, reader)];
    case 'table':
      return [table(node, reader)];
    case 'dl':
      return [definitions(node, reader)];
    case 'blockquote': {
      const id = ids.next('s');
      return [{ kind: 'quote', id, ...named, blocks: ids.within(id, () => reader.flow(node.children, '')) }];
    }
    case 'pre':
      return [{ kind: 'code', id: ids.next('s'), ...named, text: rawText(node).replace(/\n$/, '') }];
    case 'figure':
      return [figure(node, reader)];
    case 'img': {
      const picture = content.pictureOf(node);
      return picture === undefined ? [] : [reader.figure(picture)];
    }
    case 'hr':
      return [{ kind: 'rule', id: ids.next() }];
  }
  const id = ids.next();
  const element = groupElements.find((known) => known === name) ?? 'div';
  return [{ kind: 'group', id, element, ...named, blocks: reader.flow(node.children, '') }];
}

function list(node: Jsx, reader: ProseReader): Block {
  const { ids } = reader;
  const id = ids.next();
  const items = elementsIn(node).map((item): ListItem => {
    const place = ids.next('i');
    return { id: place, ...keptAttributesOf(item), blocks: reader.flow(item.children, '') };
  });
  const start = Number(attributeOf(node, 'start') ?? 1);
  return {
    kind: 'list',
    id,
    ordered: node.name === 'ol',
    start: Number.isNaN(start) ? 1 : start,
    ...keptAttributesOf(node),
    items,
  };
}

function table(node: Jsx, reader: ProseReader): Block {
  const { ids, content } = reader;
  const id = ids.next('t');
  const caption = elementsIn(node).find((child) => child.name === 'caption');
  const rows = htmlTableRows(node, id, (place, nodes) => reader.cell(place, nodes));
  return {
    kind: 'table',
    id,
    ...keptAttributesOf(node),
    caption: caption === undefined ? [] : content.read(caption.children),
    rows,
  };
}

function definitions(node: Jsx, { ids, content }: ProseReader): Block {
  const facts: BlockOf<'definitions'>['facts'] = [];
  let term: Inline[] = [];
  const walk = (element: Jsx): void => {
    for (const child of elementsIn(element)) {
      if (child.name === 'dt') term = content.read(child.children);
      else if (child.name === 'dd') facts.push({ term, content: content.read(child.children) });
      else walk(child);
    }
  };
  walk(node);
  return { kind: 'definitions', id: ids.next('s'), ...keptAttributesOf(node), facts };
}

function figure(node: Jsx, reader: ProseReader): Block {
  const { ids, content } = reader;
  const id = ids.next('f');
  const caption = elementsIn(node).find((child) => child.name === 'figcaption');
  const others = (node.children as readonly Nodes[]).filter((child) => child !== caption);
  const words = caption === undefined ? [] : content.read(caption.children);
  return { kind: 'figure', id, ...keptAttributesOf(node), blocks: reader.cell(id, others), caption: words };
}
