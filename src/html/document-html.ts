/** A document as HTML: what pages, papers and templates are made of. Pure; the same in browser and Node. */
import type { Element, ElementContent } from 'hast';
import { planCellKey, planRowKey } from '../document/edits/document-places.ts';
import { headingNumbers } from '../document/heading-numbers.ts';
import type { PlanTableName } from '../document/plan-table-names.ts';
import type { Block, BlockOf, Content, ListItem, PlanDocument, TableRow } from '../document/schema.ts';
import { printedField } from '../model/compute.ts';
import { h } from '../model/element.ts';
import { formatValue } from '../model/value.ts';
import { sizeColumns } from '../markdown/table-columns.ts';
import { type InlineContext, belowBase, inlineElements } from './inline-elements.ts';
import { keptProperties } from './kept-properties.ts';
import { Notes } from './notes.ts';
import { planTableElement } from './plan-table.ts';
import { schedule } from './schedule.ts';
import { signOff } from './sign-off.ts';

export interface HtmlOptions {
  /** Path that the site stands below; / where nothing is said. */
  readonly base?: string;
  /** Keys of the places that a writer can change here; what shows one carries its key, as `data-block`. */
  readonly marks?: ReadonlySet<string>;
}

/** Sets the parts of one document. */
export class DocumentHtml {
  readonly document: PlanDocument;
  readonly #numbers: ReadonlyMap<string, string>;
  readonly #notes: Notes;
  readonly #context: InlineContext;
  readonly #marks: ReadonlySet<string> | undefined;

  constructor(document: PlanDocument, { base = '/', marks }: HtmlOptions = {}) {
    this.document = document;
    this.#numbers = headingNumbers(document.blocks);
    this.#notes = new Notes(document);
    this.#context = { fields: document.fields, notes: this.#notes, base };
    this.#marks = marks;
  }

  /** Content of a line. */
  inline(content: Content): ElementContent[] {
    return inlineElements(content, this.#context);
  }

  /** Where a file of the site is: `/logo.svg` is the one of that name in `public/`. */
  address(path: string): string {
    return belowBase(path, this.#context.base);
  }

  /** A blank of a template's own, by the name of its field; filled where its value is known. */
  blank(name: string): ElementContent[] {
    const { fields, values = {} } = this.document;
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) throw new Error(`no field is called ${name}`);
    const { label } = field;
    const value = values[name];
    if (value === undefined) return this.inline([{ kind: 'blank', label }]);
    const words = formatValue(printedField(field, fields, new Map(Object.entries(values))), value);
    return this.inline([{ kind: 'blank', label, words }]);
  }

  /** The whole text; notes stand before the signatures. */
  text(): ElementContent[] {
    const { blocks } = this.document;
    const signed = blocks.findIndex((block) => block.kind === 'part' && block.part === 'signOff');
    const end = signed === -1 ? blocks.length : signed;
    // Notes are set last, once all references to them are.
    const before = this.blocks(blocks.slice(0, end));
    const behind = this.blocks(blocks.slice(end));
    return [...before, ...this.notes(), ...behind];
  }

  /** The notes that what was set so far refers to, and all others of the document; nothing where there are none. */
  notes(): Element[] {
    const section = this.#notes.section((blocks) => this.blocks(blocks));
    return section === undefined ? [] : [section];
  }

  blocks(blocks: readonly Block[]): ElementContent[] {
    return blocks.flatMap((block) => this.block(block));
  }

  block(block: Block): ElementContent[] {
    switch (block.kind) {
      case 'heading':
        return [this.#heading(block)];
      case 'paragraph':
        return this.#paragraph(block);
      case 'list':
        return [this.#list(block)];
      case 'table':
        return [this.#proseTable(block)];
      case 'figure':
        return [this.#figure(block)];
      case 'quote':
        return [h('blockquote', this.#properties(block), this.blocks(block.blocks))];
      case 'code': {
        const language = block.language === undefined ? {} : { className: [`language-${block.language}`] };
        return [h('pre', { ...this.#properties(block), tabIndex: 0 }, h('code', language, `${block.text}\n`))];
      }
      case 'rule':
        return [h('hr')];
      case 'definitions': {
        const facts = block.facts.flatMap(({ term, content }) => [
          h('dt', this.inline(term)),
          h('dd', this.inline(content)),
        ]);
        return [h('dl', this.#properties(block), facts)];
      }
      case 'group':
        return [this.#group(block)];
      case 'part':
        return this.part(block);
    }
  }

  /** The title above a text. */
  title(content: readonly ElementContent[] = this.inline(this.document.title.content)): Element {
    return h('h1', { id: 'title', ...this.#mark('title/h', this.document.title.edited) }, content);
  }

  /** A part of the plan's data; nothing where the plan has none. */
  part({ id, part }: BlockOf<'part'>): Element[] {
    if (part === 'signOff') return [marked(signOff(this), this.#mark(id))];
    if (part === 'schedule') return this.schedule(id);
    return this.table(part, id);
  }

  /** Charts of the tasks; nothing where no task has a place on them. */
  schedule(id?: string): Element[] {
    const drawn = schedule(this.document, this.#context);
    return drawn === undefined ? [] : [marked(drawn, this.#mark(id))];
  }

  /** A table of the plan's data; nothing where the plan has none or a writer has left it out. */
  table(name: PlanTableName, id?: string): Element[] {
    const table = this.document.tables[name];
    if (table === undefined || table.omitted === true) return [];
    const element = planTableElement(name, table, (content) => this.inline(content), {
      row: (row) => this.#mark(planRowKey(name, row), row.startsWith('+')),
      cell: (row, column, edited) => this.#mark(planCellKey(name, row, column), edited),
    });
    return [marked(element, this.#mark(id))];
  }

  #mark(key: string | undefined, edited?: boolean): { dataBlock?: string; dataEdited?: string } {
    if (key === undefined || this.#marks?.has(key) !== true) return {};
    return { dataBlock: key, ...(edited === true && { dataEdited: '' }) };
  }

  #properties(block: Exclude<Block, { kind: 'rule' | 'part' }>) {
    return { ...keptProperties(block), ...this.#mark(block.id, 'edited' in block ? block.edited : undefined) };
  }

  #heading(block: BlockOf<'heading'>): Element {
    const number = this.#numbers.get(block.id);
    const before = number === undefined ? [] : [h('span', { className: ['heading-number'] }, number)];
    return h(`h${block.level + 1}`, this.#properties(block), [...before, ...this.inline(block.content)]);
  }

  #paragraph(block: BlockOf<'paragraph'>): ElementContent[] {
    const content = this.inline(block.content);
    if (block.summary === true) return [h('p', this.#properties(block), h('strong', content))];
    return block.bare === true ? content : [h('p', this.#properties(block), content)];
  }

  #list(block: BlockOf<'list'>): Element {
    const { ordered, start, items } = block;
    const boxes = items.some(({ checked }) => checked !== undefined);
    const properties = {
      ...keptProperties(block),
      ...(boxes && { className: ['contains-task-list'] }),
      ...(ordered && start !== 1 && { start }),
    };
    return h(
      ordered ? 'ol' : 'ul',
      properties,
      items.map((item) => this.#item(item)),
    );
  }

  #item(item: ListItem): Element {
    const content = this.blocks(item.blocks);
    const properties = { ...keptProperties(item), ...this.#mark(item.id, item.edited) };
    const { checked } = item;
    if (checked === undefined) return h('li', properties, content);
    const box = [h('input', { type: 'checkbox', checked, disabled: true }), { type: 'text' as const, value: ' ' }];
    const [first, ...rest] = content;
    const within = first?.type === 'element' && first.tagName === 'p';
    const ticked = within ? [{ ...first, children: [...box, ...first.children] }, ...rest] : [...box, ...content];
    return h('li', { ...properties, className: ['task-list-item'] }, ticked);
  }

  #figure(block: BlockOf<'figure'>): Element {
    const { blocks, caption } = block;
    const [only, ...more] = blocks;
    const isPicture = only?.kind === 'paragraph' && more.length === 0 && only.content[0]?.kind === 'picture';
    return h('figure', { ...(isPicture && { className: ['picture'] }), ...this.#properties(block) }, [
      ...this.blocks(blocks),
      ...(caption.length === 0 ? [] : [h('figcaption', this.inline(caption))]),
    ]);
  }

  /** A fold is shown open: paper cannot be unfolded. */
  #group(block: BlockOf<'group'>): Element {
    const content = this.blocks(block.blocks);
    if (block.element === 'details') return h('div', { ...keptProperties(block), className: ['details'] }, content);
    return h(block.element === 'summary' ? 'div' : block.element, keptProperties(block), content);
  }

  #proseTable(block: BlockOf<'table'>): Element {
    const { caption, rows } = block;
    const part = (name: TableRow['part']): Element[] => {
      const within = rows.filter((row) => row.part === name).map((row) => this.#row(row));
      return within.length === 0 ? [] : [h(`t${name}`, within)];
    };
    const table = h('table', this.#properties(block), [
      ...(caption.length === 0 ? [] : [h('caption', this.inline(caption))]),
      ...part('head'),
      ...part('body'),
      ...part('foot'),
    ]);
    sizeColumns(table);
    return table;
  }

  #row({ id, cells }: TableRow): Element {
    return h(
      'tr',
      this.#mark(id),
      cells.map((cell) => {
        const { key, header, align, colspan, rowspan, blocks, edited } = cell;
        const properties = {
          ...keptProperties(cell),
          colSpan: colspan ?? null,
          rowSpan: rowspan ?? null,
          scope: header === 'row' ? 'row' : header === 'column' ? 'col' : null,
          style: align === undefined ? null : `text-align: ${align}`,
          ...this.#mark(`${id}/${key}`, edited),
        };
        return h(header === undefined ? 'td' : 'th', properties, this.blocks(blocks));
      }),
    );
  }
}

function marked(element: Element, mark: Readonly<Record<string, string>>): Element {
  return { ...element, properties: { ...element.properties, ...mark } };
}
