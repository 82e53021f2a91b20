/** How a stretch of text is set. */
export interface TextStyle {
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
  readonly raised?: true;
  readonly lowered?: true;
}

/** Inline content. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly style: TextStyle }
  /** A field that is still open, by its label. */
  | { readonly kind: 'blank'; readonly label: string; readonly style: TextStyle }
  /** A line to sign or write on. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'break' }
  /** Leads out of the document: http, https or mailto. */
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] }
  | { readonly kind: 'footnote'; readonly id: string; readonly number: number };

/** A line of a title block or sign-off: 编制人 and who it is. */
export interface Fact {
  readonly term: readonly Inline[];
  readonly content: readonly Inline[];
}

export interface ListItem {
  /** Of a task list: whether it is ticked. */
  readonly checked?: boolean;
  readonly blocks: readonly Block[];
}

export interface TableCell {
  readonly content: readonly Inline[];
  readonly align?: 'center' | 'right';
  /** It names its row. */
  readonly header?: true;
}

interface TableRow {
  readonly cells: readonly TableCell[];
  /** It sums up. */
  readonly total?: true;
}

export interface TableBlock {
  readonly kind: 'table';
  /** `kpis`, `tasks` … for the plan's own tables, `schedule` for the time grid, undefined for a table of the prose. */
  readonly name?: string;
  /** Names of the columns, as `columnKeys` gives them. */
  readonly columns: readonly string[];
  /** Shares of the table's width, which add up to one, as the document sets them. */
  readonly shares: readonly number[];
  readonly caption: readonly Inline[];
  readonly head: readonly TableCell[];
  readonly rows: readonly TableRow[];
}

/** A block of a finished document, whatever the format it is written in. */
export type Block =
  | {
      readonly kind: 'heading';
      /** 0 for the title, 1–5 below it. */
      readonly level: number;
      /** 一、 with its mark; '' for none. */
      readonly number: string;
      readonly content: readonly Inline[];
    }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly name: 'head' | 'sign-off' }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[] }
  | TableBlock
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

/** A footnote, numbered as the text refers to it. */
export interface Footnote {
  readonly id: string;
  readonly number: number;
  readonly blocks: readonly Block[];
}

/** Words of inline content: open blanks as 【标签】, line breaks as \n, gaps as a line. Footnote marks are left out. */
export function inlineText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'blank':
          return `【${inline.label}】`;
        case 'gap':
          return '＿＿＿＿＿＿';
        case 'break':
          return '\n';
        case 'link':
          return inlineText(inline.content);
        case 'footnote':
          return '';
      }
    })
    .join('');
}
