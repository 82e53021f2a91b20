import type { FootnoteDefinition, Heading, List, ListItem as MdastItem, Nodes, Root, Table } from 'mdast';
import { visit } from 'unist-util-visit';
import { isJsx } from '../../markdown/allowed-markup.ts';
import { type PlanComponent, isPlanComponent } from '../../markdown/plan-components.ts';
import { headingIds } from '../../markdown/heading-ids.ts';
import { BlockIds } from './block-ids.ts';
import { ProseContent } from './prose-content.ts';
import type { Jsx, KeptAttributes } from './prose-elements.ts';
import { type ProseReader, htmlBlocks } from './prose-html.ts';
import { isLoose, tableRows } from './prose-table.ts';
import { referencedNotes } from '../referenced-notes.ts';
import { type PartName, partNames } from '../part-names.ts';
import type { Block, BlockOf, Inline, ListItem, PlanDocument } from '../schema.ts';

const flowElements =
  /^(?:p|ul|ol|dl|table|blockquote|pre|figure|figcaption|div|section|aside|details|summary|hr|h[1-6])$/;
const notShown = new Set(['definition', 'footnoteDefinition', 'mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);
const flowNodes = new Set(['paragraph', 'heading', 'list', 'table', 'blockquote', 'code', 'thematicBreak']);

const parts: Readonly<Record<PlanComponent, readonly [PartName, 't' | 'f' | 's']>> = {
  Kpis: ['kpis', 't'],
  Tasks: ['tasks', 't'],
  Schedule: ['schedule', 'f'],
  Budget: ['budget', 't'],
  Risks: ['risks', 't'],
  Reviews: ['reviews', 't'],
  SignOff: ['signOff', 's'],
};

/** What of a plan's data decides which of its parts there are. */
export interface PlanParts {
  readonly budget?: unknown;
  readonly risks?: unknown;
}

/** The parts of a plan's data that there are. */
export function partsOf({ budget, risks }: PlanParts): ReadonlySet<PartName> {
  const absent = new Set<PartName>([
    ...(budget === undefined || budget === null ? ['budget' as const] : []),
    ...(Array.isArray(risks) && risks.length > 0 ? [] : ['risks' as const]),
  ]);
  return new Set(partNames.filter((name) => !absent.has(name)));
}

/** What a plan's prose says. */
export type Prose = Pick<PlanDocument, 'blocks' | 'footnotes'>;

/**
 * The blocks of a plan's prose.
 * @param prose as `remarkUnravelled` and `proseTransforms` leave it
 * @param present parts of the plan's data: the place of any other is none
 */
export function proseOf(prose: Root, present: ReadonlySet<PartName>): Prose {
  const ids = new BlockIds();
  ids.heading('title');
  const reader = new ProseBlocks(prose, ids, present);
  const blocks = reader.read();
  return { blocks, footnotes: reader.notes(blocks) };
}

type Picture = Extract<Inline, { kind: 'picture' }>;

class ProseBlocks implements ProseReader {
  readonly #prose: Root;
  readonly content: ProseContent;
  readonly ids: BlockIds;
  readonly #anchors: ReadonlyMap<Heading, string>;
  readonly #notes = new Map<string, FootnoteDefinition>();
  /** Parts that the plan has something for. */
  readonly #parts: ReadonlySet<PartName>;
  /** Pictures in cells and figures are no figures of their own. */
  #picturesAsWords = false;

  constructor(prose: Root, ids: BlockIds, filled: ReadonlySet<PartName>) {
    this.#prose = prose;
    this.content = new ProseContent(prose);
    this.ids = ids;
    this.#anchors = headingIds(prose);
    this.#parts = filled;
    visit(prose, 'footnoteDefinition', (node) => {
      const id = node.identifier.toLowerCase();
      if (!this.#notes.has(id)) this.#notes.set(id, node);
    });
  }

  read(): Block[] {
    return this.flow(this.#prose.children, ' ');
  }

  /** The notes that blocks refer to, and those that notes refer to. */
  notes(blocks: readonly Block[]): PlanDocument['footnotes'] {
    return referencedNotes(blocks, (id) => {
      const note = this.#notes.get(id);
      return note && { id, blocks: this.ids.within(`fn-${id}`, () => this.flow(note.children, ' ')) };
    });
  }

  /**
   * Flow content; words between blocks are a bare paragraph.
   * @param between what stands between words that follow each other as blocks do: Markdown's are on lines of their own
   */
  flow(nodes: readonly Nodes[], between: '' | ' '): Block[] {
    const blocks: Block[] = [];
    let loose: Nodes[] = [];
    const flush = (): void => {
      const content = this.content.read(loose);
      loose = [];
      if (content.length > 0) blocks.push({ kind: 'paragraph', id: this.ids.next(), content, bare: true });
    };
    for (const node of nodes) {
      if (notShown.has(node.type)) continue;
      if (this.isFlow(node)) {
        flush();
        blocks.push(...this.#block(node));
        continue;
      }
      if (loose.length > 0 && between === ' ') loose.push({ type: 'text', value: ' ' });
      loose.push(node);
    }
    flush();
    return blocks;
  }

  isFlow(node: Nodes): boolean {
    if (flowNodes.has(node.type)) return true;
    if (!isJsx(node) || node.name === null) return false;
    if (node.type === 'mdxJsxFlowElement' && (isPlanComponent(node.name) || this.#isPicture(node))) return true;
    return flowElements.test(node.name);
  }

  #isPicture(node: Nodes): boolean {
    return isJsx(node) && node.name === 'img' && !this.#picturesAsWords;
  }

  #block(node: Nodes): Block[] {
    const ids = this.ids;
    switch (node.type) {
      case 'paragraph':
        return this.#figures(node.children) ?? [this.paragraph(node.children)];
      case 'heading':
        return [this.heading(node.depth - 1, this.#anchors.get(node), node.children, this.#anchors.has(node))];
      case 'list':
        return [this.#list(node)];
      case 'table':
        return [this.#table(node)];
      case 'blockquote': {
        const id = ids.next('s');
        return [{ kind: 'quote', id, blocks: ids.within(id, () => this.flow(node.children, ' ')) }];
      }
      case 'code':
        return [{ kind: 'code', id: ids.next('s'), text: node.value, ...(node.lang && { language: node.lang }) }];
      case 'thematicBreak':
        return [{ kind: 'rule', id: ids.next() }];
      default:
        return isJsx(node) ? this.#html(node) : [];
    }
  }

  #html(node: Jsx): Block[] {
    if (!isPlanComponent(node.name)) return htmlBlocks(node, this);
    const [part, letter] = parts[node.name];
    return this.#parts.has(part) ? [{ kind: 'part', id: this.ids.next(letter), part }] : [];
  }

  paragraph(nodes: readonly Nodes[], more: KeptAttributes & { summary?: true } = {}): Block {
    return { kind: 'paragraph', id: this.ids.next('p'), content: this.content.read(nodes), ...more };
  }

  heading(level: number, anchor: string | undefined, nodes: readonly Nodes[], numbered: boolean): BlockOf<'heading'> {
    const id = this.ids.heading(anchor);
    const content = this.content.read(nodes);
    return { kind: 'heading', id, level, ...(numbered && { numbered }), ...(anchor && { anchor }), content };
  }

  /** A paragraph of nothing but pictures that have words for them. */
  #figures(nodes: readonly Nodes[]): Block[] | undefined {
    if (this.#picturesAsWords) return undefined;
    const pictures = this.#pictures(nodes);
    return pictures.length === 0 ? undefined : pictures.map((picture) => this.figure(picture));
  }

  /** The pictures of a paragraph that holds nothing else; none where one has no words for it. */
  #pictures(nodes: readonly Nodes[]): Picture[] {
    const shown = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
    const pictures = shown.map((node) => this.content.pictureOf(node)).filter((picture) => captionOf(picture) !== '');
    return pictures.length === shown.length ? pictures.filter((picture) => picture !== undefined) : [];
  }

  figure(picture: Picture): Block {
    const id = this.ids.next('f');
    const inner = this.ids.within(id, () => this.ids.next());
    const caption = captionOf(picture);
    return {
      kind: 'figure',
      id,
      blocks: [{ kind: 'paragraph', id: inner, content: [picture], bare: true }],
      caption: caption === '' ? [] : [{ kind: 'text', text: caption }],
    };
  }

  #list(list: List): Block {
    const loose = isLoose(list);
    const id = this.ids.next();
    const items = list.children.map((item) => this.#item(item, loose));
    return { kind: 'list', id, ordered: list.ordered === true, start: list.start ?? 1, items };
  }

  /** In a list whose items stand close together an item's words are its own, and no paragraph. */
  #item(item: MdastItem, loose: boolean): ListItem {
    const id = this.ids.next('i');
    const children: readonly Nodes[] = loose ? item.children : this.#unwrapped(item);
    const { checked } = item;
    return { id, ...(typeof checked === 'boolean' && { checked }), blocks: this.flow(children, ' ') };
  }

  #unwrapped({ children, checked }: MdastItem): Nodes[] {
    return children.flatMap((child, index): Nodes[] => {
      if (child.type !== 'paragraph') return [child];
      const pictures = index === 0 && typeof checked !== 'boolean' && this.#pictures(child.children).length > 0;
      // A root holds words that stand in no paragraph.
      return pictures ? [child] : [{ type: 'root', children: child.children }];
    });
  }

  #table(table: Table): Block {
    const id = this.ids.next('t');
    const rows = tableRows(table, id, (place, nodes) => this.cell(place, nodes));
    return { kind: 'table', id, caption: [], rows };
  }

  /** What stands in a cell or a figure. */
  cell(id: string, nodes: readonly Nodes[]): Block[] {
    const outer = this.#picturesAsWords;
    this.#picturesAsWords = true;
    const blocks = this.ids.within(id, () => this.flow(nodes, ''));
    this.#picturesAsWords = outer;
    return blocks;
  }
}

function captionOf(picture: Picture | undefined): string {
  return picture?.title?.trim() || picture?.alt.trim() || '';
}
