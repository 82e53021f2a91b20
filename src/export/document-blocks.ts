/** A filled document as the blocks that files are written from: everything in it is words, and every table a grid. */
import { headingNumbers } from '../document/heading-numbers.ts';
import { numberedNotes } from '../document/referenced-notes.ts';
import type * as Doc from '../document/schema.ts';
import { DocumentHtml } from '../html/document-html.ts';
import type { PartName } from '../document/part-names.ts';
import type { PlanTableName } from '../document/plan-table-names.ts';
import type { Block, Fact, Footnote, ListItem, TableBlock, TableCell } from './blocks.ts';
import { linesOf } from './cell-lines.ts';
import { columnShares } from './column-shares.ts';
import { type InlineReader, inlineReader } from './document-inline.ts';
import { scheduleTable } from './schedule-table.ts';

/** The blocks of a document, title and facts first, and its footnotes. */
export function documentBlocks(document: Doc.PlanDocument): {
  readonly blocks: Block[];
  readonly footnotes: Footnote[];
} {
  const notes = numberedNotes(document);
  const ids = notes.map(({ id }) => id);
  const writer = new BlockWriter(document, inlineReader(document.fields, ids));
  const blocks = writer.whole();
  const footnotes = notes.map(({ id, blocks: inner }, index): Footnote => ({
    id,
    number: index + 1,
    blocks: writer.blocks(inner),
  }));
  return { blocks, footnotes };
}

class BlockWriter {
  readonly #document: Doc.PlanDocument;
  readonly #inline: InlineReader;
  /** Measures tables. */
  readonly #html: DocumentHtml;
  /** Numbers of headings by id. */
  readonly #numbers: ReadonlyMap<string, string>;
  #drawn = false;

  constructor(document: Doc.PlanDocument, inline: InlineReader) {
    this.#document = document;
    this.#inline = inline;
    this.#html = new DocumentHtml(document);
    this.#numbers = headingNumbers(document.blocks);
  }

  whole(): Block[] {
    const { title, facts, blocks } = this.#document;
    return [
      { kind: 'heading', level: 0, number: '', content: this.#inline(title.content) },
      { kind: 'facts', name: 'head', facts: this.#facts(facts) },
      ...this.blocks(blocks),
    ];
  }

  blocks(blocks: readonly Doc.Block[]): Block[] {
    return blocks.flatMap((block) => this.#block(block));
  }

  #block(block: Doc.Block): Block[] {
    switch (block.kind) {
      case 'heading': {
        const { id, level, content } = block;
        return [{ kind: 'heading', level, number: this.#numbers.get(id) ?? '', content: this.#inline(content) }];
      }
      case 'paragraph':
        return this.#paragraph(block);
      case 'list': {
        const items = block.items.map(({ checked, blocks }): ListItem => {
          const inner = this.blocks(blocks);
          return checked === undefined ? { blocks: inner } : { blocks: inner, checked };
        });
        return [{ kind: 'list', ordered: block.ordered, start: block.start, items }];
      }
      case 'table':
        return [this.#proseTable(block)];
      case 'figure':
        return this.#figure(block);
      case 'quote':
        return [{ kind: 'quote', blocks: this.blocks(block.blocks) }];
      case 'group':
        return this.blocks(block.blocks);
      case 'code':
        return [{ kind: 'code', text: block.text }];
      case 'rule':
        return [{ kind: 'rule' }];
      case 'definitions':
        return [{ kind: 'facts', name: 'head', facts: this.#facts(block.facts) }];
      case 'part':
        return this.#part(block.part);
    }
  }

  #paragraph({ content, summary }: Doc.BlockOf<'paragraph'>): Block[] {
    const words = this.#inline(content, summary === true ? { bold: true } : {});
    return words.length === 0 ? [] : [{ kind: 'paragraph', content: words }];
  }

  /** A caption that only repeats the words for its picture is said once. */
  #figure({ blocks, caption }: Doc.BlockOf<'figure'>): Block[] {
    const words = this.#inline(caption);
    const text = caption.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
    const said = blocks.some(
      (block) =>
        block.kind === 'paragraph' && block.content.some((inline) => inline.kind === 'picture' && inline.alt === text),
    );
    return [
      ...this.blocks(blocks),
      ...(said || words.length === 0 ? [] : [{ kind: 'paragraph' as const, content: words }]),
    ];
  }

  #facts(facts: Doc.PlanDocument['signOff']): Fact[] {
    return facts.map(({ term, content }) => ({ term: this.#inline(term), content: this.#inline(content) }));
  }

  #proseTable(table: Doc.BlockOf<'table'>): TableBlock {
    const [first, ...rest] = table.rows;
    const count = first?.cells.length ?? 0;
    return {
      kind: 'table',
      columns: first?.cells.map(({ key }) => key) ?? [],
      shares: columnShares(this.#html.block(table)[0], count),
      caption: this.#inline(table.caption),
      head: first?.cells.map((cell) => this.#cell(cell)) ?? [],
      rows: rest.map(({ cells }) => ({ cells: cells.map((cell) => this.#cell(cell)) })),
    };
  }

  #cell({ blocks, align, header }: Doc.TableCell): TableCell {
    const lines = blocks.flatMap((block) => linesOf(block));
    const content = lines.flatMap((line, index): Doc.Inline[] => [
      ...(index === 0 ? [] : [{ kind: 'break' as const }]),
      ...line,
    ]);
    return {
      content: this.#inline(content),
      ...(align !== undefined && align !== 'left' && { align }),
      ...(header === 'row' && { header: true as const }),
    };
  }

  #part(part: PartName): Block[] {
    if (part === 'signOff') return [{ kind: 'facts', name: 'sign-off', facts: this.#facts(this.#document.signOff) }];
    if (part === 'schedule') return this.#chart();
    const table = this.#document.tables[part];
    return table === undefined || table.omitted === true ? [] : [this.#planTable(part, table)];
  }

  /** However often it is placed, the schedule is written once. */
  #chart(): Block[] {
    const table = this.#drawn ? undefined : scheduleTable(this.#document);
    this.#drawn = true;
    return table === undefined ? [] : [table];
  }

  #planTable(name: PlanTableName, table: Doc.PlanTable): TableBlock {
    const { columns, rows, total } = table;
    const cells = (row: Doc.PlanRow): TableCell[] =>
      columns.map(({ key, kind }) => ({
        content: this.#inline(row.cells[key]?.content ?? []),
        ...(kind === 'figure' && { align: 'right' as const }),
        ...(kind === 'header' && { header: true as const }),
      }));
    return {
      kind: 'table',
      name,
      columns: columns.map(({ key }) => key),
      shares: columnShares(this.#html.table(name)[0], columns.length),
      caption: this.#inline([{ kind: 'text', text: table.caption }]),
      head: columns.map(({ heading, kind }) => ({
        content: this.#inline(heading),
        ...(kind === 'figure' && { align: 'right' as const }),
      })),
      rows: [
        ...rows.map((row) => ({ cells: cells(row) })),
        ...(total === undefined ? [] : [{ cells: cells(total), total: true as const }]),
      ],
    };
  }
}
