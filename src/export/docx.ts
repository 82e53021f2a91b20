import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Block, Footnote, ListItem } from './blocks.ts';
import { factsTable, wordTable } from './docx-table.ts';
import { type WordPart, runs } from './docx-inline.ts';
import { corePart, fontTablePart } from './docx-parts.ts';
import { lists, numbering, styles } from './docx-styles.ts';
import type { Manuscript } from './manuscript.ts';
import { withZipDate } from './zip-date.ts';

const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
const headingLevels = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const;

/** Word counts a list from 0 up to this, and refuses a file that begins one elsewhere. */
const highestNumber = 32_767;

/**
 * A document for Word, WPS and LibreOffice: heading styles that Word numbers itself, tables whose heads repeat, open
 * fields as underlined room with their label, A4. The same manuscript gives the same bytes.
 */
export async function docx(manuscript: Manuscript): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new WordWriter(false);
  const children = manuscript.blocks.flatMap((block) => writer.blocks(block, 0));
  // Footnotes are a part of their own, with links of their own; lists are counted over both.
  const noteWriter = new WordWriter(true, writer.lists);
  const footnotes = Object.fromEntries(
    manuscript.footnotes.map((note) => [String(note.number), noteWriter.footnote(note)]),
  );
  const document = new Document({
    title: manuscript.title,
    styles,
    numbering: numbering([...new Set([...writer.starts, ...noteWriter.starts])]),
    footnotes,
    features: { updateFields: false },
    // Without it Word stretches a line that ends in a line break to the full width of a justified paragraph.
    compatibility: { doNotExpandShiftReturn: true, version: 15 },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1417, bottom: 1417, left: 1417, right: 1417, header: 850, footer: 850 },
          },
        },
        headers: {
          default: runningHead(manuscript.title),
          first: new Header({ children: [new Paragraph({ style: 'PlanRunning' })] }),
        },
        footers: { default: pageFoot(), first: pageFoot() },
        children,
      },
    ],
  });
  // Named here, because the library gives links random ids.
  for (const [href, id] of writer.links)
    document.Document.Relationships.addRelationship(id, hyperlink, href, 'External');
  for (const [href, id] of noteWriter.links)
    document.FootNotes.Relationships.addRelationship(id, hyperlink, href, 'External');
  const parts = [corePart(manuscript), fontTablePart];
  const packed = await Packer.pack(document, 'uint8array', undefined, parts);
  return withZipDate(new Uint8Array(packed), manuscript.stamp);
}

function runningHead(title: string): Header {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F', space: 4 };
  return new Header({
    children: [new Paragraph({ style: 'PlanRunning', border: { bottom: line }, children: [new TextRun(title)] })],
  });
}

function pageFoot(): Footer {
  const children = ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Footer({ children: [new Paragraph({ style: 'PlanRunning', children: [new TextRun({ children })] })] });
}

/** Turns blocks into Word's, and gathers what the document has to declare for them. */
class WordWriter {
  /** First numbers of the ordered lists. */
  readonly starts = new Set<number>();
  /** Address → id of what the part links to. */
  readonly links = new Map<string, string>();
  /** Lists so far: each is numbered by itself. */
  lists: number;

  readonly #part: WordPart;

  /** @param inNote whether it writes the part of the footnotes */
  constructor(inNote: boolean, lists = 0) {
    this.lists = lists;
    this.#part = { inNote, linkId: (href) => this.#linkId(href) };
  }

  /** A note begins with a paragraph, which the library puts its mark into; behind it Word takes tables as well. */
  footnote({ blocks }: Footnote): { readonly children: readonly Paragraph[] } {
    const written = blocks.flatMap((block) => this.blocks(block, 0));
    const children = written[0] instanceof Paragraph ? written : [new Paragraph({ style: 'PlanText' }), ...written];
    // The library's types name paragraphs alone; it writes whatever it is given.
    return { children: children as unknown as readonly Paragraph[] };
  }

  #linkId(href: string): string {
    const known = this.links.get(href) ?? `rIdLink${this.links.size + 1}`;
    this.links.set(href, known);
    return known;
  }

  blocks(block: Block, depth: number, style = 'PlanText'): FileChild[] {
    switch (block.kind) {
      case 'heading':
        return [this.#heading(block)];
      case 'paragraph':
        return [this.#paragraph(block.content, style)];
      case 'facts':
        return block.name === 'head'
          ? [factsTable(block.facts, this.#part), new Paragraph({ style: 'PlanCell' })]
          : block.facts.map(({ term, content }) =>
              this.#paragraph([...term, { kind: 'text', text: '：', style: {} }, ...content], 'PlanSignOff'),
            );
      case 'list':
        return this.#list(block, depth);
      case 'table': {
        const caption = block.caption.length === 0 ? [] : [this.#paragraph(block.caption, 'PlanCaption')];
        // Without a paragraph between them two tables would become one.
        return [...caption, wordTable(block, this.#part), new Paragraph({ style: 'PlanCell' })];
      }
      case 'quote':
        return block.blocks.flatMap((inner) => this.blocks(inner, depth, 'PlanQuote'));
      case 'code':
        return block.text
          .split('\n')
          .map((text) => new Paragraph({ style: 'PlanCode', children: [new TextRun(text)] }));
      case 'rule':
        return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' } } })];
    }
  }

  #heading({ level, number, content }: Extract<Block, { kind: 'heading' }>): Paragraph {
    return new Paragraph({
      heading: headingLevels[level] ?? HeadingLevel.HEADING_5,
      ...(number !== '' && level > 0 && level < 5 && { numbering: { reference: lists.headings, level: level - 1 } }),
      children: runs(content, this.#part),
    });
  }

  #paragraph(content: Parameters<typeof runs>[0], style: string): Paragraph {
    return new Paragraph({ style, children: runs(content, this.#part) });
  }

  #list({ ordered, start, items }: Extract<Block, { kind: 'list' }>, depth: number): FileChild[] {
    const instance = this.lists++;
    const first = Math.min(Math.max(start, 0), highestNumber);
    if (ordered) this.starts.add(first);
    const reference = ordered ? `${lists.numbers}-${first}` : lists.bullets;
    return items.flatMap((item) => this.#item(item, { reference, level: Math.min(depth, 4), instance }, depth));
  }

  #item(
    { checked, blocks }: ListItem,
    list: { reference: string; level: number; instance: number },
    depth: number,
  ): FileChild[] {
    const box = checked === undefined ? [] : [new TextRun(checked ? '☑ ' : '☐ ')];
    const [first, ...rest] = blocks;
    const words = first?.kind === 'paragraph' ? runs(first.content, this.#part) : [];
    const item = new Paragraph({
      style: 'PlanList',
      numbering: list,
      alignment: AlignmentType.LEFT,
      children: [...box, ...words],
    });
    const below = first?.kind === 'paragraph' ? rest : blocks;
    return [item, ...below.flatMap((block) => this.blocks(block, depth + 1, 'PlanList'))];
  }
}
