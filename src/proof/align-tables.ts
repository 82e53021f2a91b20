import { isSameText } from './compare-text.ts';
import type { ExpectedRow, ExpectedTable } from './expected.ts';
import type { FlowItem, PdfRow, TableFragment } from './flow.ts';
import type { FoundSegment } from './pdf/found-text.ts';
import { readable } from './pdf/found-text.ts';
import { PAGE_END } from './pdf/ink.ts';
import type { ProofFailure } from './result.ts';
import { RowQueue } from './row-queue.ts';

export interface AlignedFlow {
  /** The found text in reading order; repeated table heads left out, rows that go on over pages put together. */
  readonly segments: readonly FoundSegment[];
  readonly failures: readonly ProofFailure[];
  readonly rowsCompared: number;
}

interface Piece {
  readonly row: PdfRow;
  readonly page: number;
}

/** Puts the tables of the pages beside the tables of the document, row by row and cell by cell. */
export function alignTables(flow: readonly FlowItem[], tables: readonly ExpectedTable[]): AlignedFlow {
  return new TableAligner(tables).align(flow);
}

class TableAligner {
  readonly #tables: readonly ExpectedTable[];
  readonly #segments: FoundSegment[] = [];
  readonly #failures: ProofFailure[] = [];
  #index = -1;
  /** Rows of the current table that are found or given up. */
  #row = 0;
  #page = 0;
  /** Pieces of a row that may go on over a page. */
  #pieces: Piece[] = [];
  #unmatched: Piece[] = [];

  constructor(tables: readonly ExpectedTable[]) {
    this.#tables = tables;
  }

  align(flow: readonly FlowItem[]): AlignedFlow {
    for (const [index, item] of flow.entries()) {
      if (item.kind === 'text') this.#segments.push(item);
      else this.#fragment(item, flow[index - 1], flow[index + 1]);
    }
    this.#finish();
    for (const table of this.#tables.slice(this.#index + 1)) {
      this.#fail(
        `PDF 里没有第 ${this.#tables.indexOf(table) + 1} 张表格（${table.rows.length} 行）。`,
        table.head[0] ?? table.rows[0],
      );
    }
    const rowsCompared = this.#tables.reduce((sum, table) => sum + table.head.length + table.rows.length, 0);
    return { segments: this.#segments, failures: this.#failures, rowsCompared };
  }

  get #table(): ExpectedTable | undefined {
    return this.#tables[this.#index];
  }

  #fragment(fragment: TableFragment, before: FlowItem | undefined, after: FlowItem | undefined): void {
    const continues = this.#continues(fragment, before);
    if (!continues) {
      this.#finish();
      this.#index++;
      this.#row = 0;
    }
    this.#page = fragment.page;
    this.#segments.push({ page: fragment.page, text: fragment.caption });
    const queue = new RowQueue(fragment.rows);
    if (continues) this.#dropRepeatedHead(queue, fragment.page);
    else this.#takeHead(queue, fragment);
    const mayGoOn =
      fragment.endsPage && after?.kind === 'table' && after.startsPage && after.page === fragment.page + 1;
    while (queue.size > 0) this.#take(queue, fragment.page, mayGoOn);
  }

  /** A fragment at the start of a page goes on with an unfinished table that ends the page before it. */
  #continues(fragment: TableFragment, before: FlowItem | undefined): boolean {
    const table = this.#table;
    if (!table || before?.kind !== 'table' || !before.endsPage || !fragment.startsPage) return false;
    if (this.#row >= table.rows.length && this.#pieces.length === 0) return false;
    const next = this.#tables[this.#index + 1];
    const beginsNext =
      next && next.head.length > 0 && beginsWith(fragment, next.head) && !beginsWith(fragment, table.head);
    return !beginsNext;
  }

  #dropRepeatedHead(queue: RowQueue, page: number): void {
    const head = this.#table?.head ?? [];
    if (queue.takeAll(head)) return;
    this.#fail(`第 ${page} 页接着第 ${this.#index + 1} 张表格，页首却没有重复它的表头。`, head[0]);
  }

  #takeHead(queue: RowQueue, { page, rows }: TableFragment): void {
    if (!this.#table) this.#fail(`第 ${page} 页多出一张文档里没有的表格。`, undefined, rows[0]?.cells);
    const head = this.#table?.head ?? [];
    const taken = queue.takeAll(head);
    for (const row of taken ?? []) this.#emit({ row, page });
    if (!taken) this.#fail(`第 ${page} 页：第 ${this.#index + 1} 张表格的表头与文档不一致。`, head[0], rows[0]?.cells);
  }

  #take(queue: RowQueue, page: number, mayGoOn: boolean): void {
    if (this.#pieces.length > 0) {
      this.#takePiece(queue, page, mayGoOn);
      return;
    }
    const rest = this.#table?.rows.slice(this.#row) ?? [];
    // A row that goes on must not be taken for a later row that its first piece happens to equal.
    const mayBePiece = mayGoOn && queue.size === 1 && this.#unmatched.length === 0;
    for (const [ahead, expected] of rest.slice(0, mayBePiece ? 1 : undefined).entries()) {
      const row = queue.take(expected);
      if (!row) continue;
      this.#reportUpTo(this.#row + ahead);
      this.#row += ahead + 1;
      this.#emit({ row, page });
      return;
    }
    const row = queue.next();
    if (!row) return;
    if (mayBePiece) this.#pieces = [{ row, page }];
    else this.#unmatched.push(this.#emit({ row, page }));
  }

  #takePiece(queue: RowQueue, page: number, mayGoOn: boolean): void {
    const wanted = this.#table?.rows[this.#row];
    const row = queue.next();
    if (!row) return;
    this.#pieces.push({ row, page });
    if (wanted && isWholeRow(wanted, this.#pieces)) {
      for (const piece of this.#pieces) this.#emit(piece);
      this.#pieces = [];
      this.#row++;
      return;
    }
    // An untagged character may be the beginning of the row that stands behind it.
    const goesOn = queue.size > 0 ? row.untagged : mayGoOn;
    if (!goesOn) this.#giveUpPieces();
  }

  /** Pieces that make no row are rows, wrong or out of place. */
  #giveUpPieces(): void {
    const pieces = this.#pieces;
    this.#pieces = [];
    for (const { row, page } of pieces) this.#take(new RowQueue([row]), page, false);
  }

  #finish(): void {
    this.#giveUpPieces();
    if (this.#table) this.#reportUpTo(this.#table.rows.length);
    this.#unmatched = [];
  }

  /** Sets the rows that were not recognised against the rows of the document that were not found. */
  #reportUpTo(end: number): void {
    const missing = this.#table?.rows.slice(this.#row, end) ?? [];
    for (const [index, row] of missing.entries()) {
      const place = `第 ${this.#index + 1} 张表格的第 ${this.#row + index + 1} 行`;
      const instead = this.#unmatched[index];
      if (instead) this.#fail(`第 ${instead.page} 页：${place}与文档不一致。`, row, instead.row.cells);
      else this.#fail(`PDF 里没有${place}，应在第 ${this.#page} 页前后。`, row);
    }
    for (const extra of this.#unmatched.slice(missing.length)) {
      this.#fail(`第 ${extra.page} 页：第 ${this.#index + 1} 张表格多出一行。`, undefined, extra.row.cells);
    }
    this.#unmatched = [];
  }

  #emit(piece: Piece): Piece {
    this.#segments.push({ page: piece.page, text: piece.row.cells.join('') });
    return piece;
  }

  #fail(message: string, expected: ExpectedRow | undefined, found?: ExpectedRow): void {
    const excerpts = [expected && `文档：${expected.join('｜')}`, found && `PDF：${found.join('｜')}`].filter(
      (text) => text !== undefined,
    );
    this.#failures.push({
      check: 'tables',
      message,
      ...(excerpts.length > 0 && { excerpt: readable(excerpts.join('\n')) }),
    });
  }
}

function beginsWith(fragment: TableFragment, head: readonly ExpectedRow[]): boolean {
  return new RowQueue(fragment.rows).takeAll(head) !== undefined;
}

/**
 * Whether the pieces of a row on consecutive pages make the row. Paged.js breaks a row in reading order: the cells after the
 * break move on, whole.
 */
function isWholeRow(expected: ExpectedRow, pieces: readonly Piece[]): boolean {
  return isSameText(expected.join(''), pieces.map(({ row }) => row.cells.join('') + PAGE_END).join(''));
}
