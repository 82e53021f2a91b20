/**
 * A plan as typed blocks: what files are written from. JSON; the same in browser and Node.
 *
 * What follows from the rest is not stored: headings and footnotes are numbered where they are written. The plan's own
 * data stand once, in `tables`, whether the prose places them or not; a `part` block is the place of one of them.
 */
import { z } from 'zod';
import { fieldSchema } from '../model/field.ts';
import { periodSchema, rhythmSchema } from '../model/time/period.ts';
import { isLink, isOwnAddress } from '../markdown/allowed-markup.ts';
import { documentFormat, documentVersion } from './format.ts';
import { groupElements, keptAttributes, spanElements } from './html-names.ts';
import { partNames } from './part-names.ts';

const markNames = ['bold', 'italic', 'strike', 'code', 'superscript', 'subscript', 'underline', 'highlight'] as const;
export type Mark = (typeof markNames)[number];

/** How a stretch of text is set. */
const marks = z.array(z.enum(markNames)).optional();

const text = z.strictObject({ kind: z.literal('text'), text: z.string(), marks });

/** A field of the plan, by its label; `words` once its value is known, `unit: 'without'` where its unit stands elsewhere. */
const blank = z.strictObject({
  kind: z.literal('blank'),
  label: z.string(),
  unit: z.literal('without').optional(),
  words: z.string().optional(),
  marks,
});

/** When something is done, and the plan's first day once it is known, from which offsets are counted. */
const time = z.strictObject({
  kind: z.literal('time'),
  timing: z.strictObject({
    start: z.string().optional(),
    due: z.string().optional(),
    every: rhythmSchema.optional(),
    times: z.number().optional(),
  }),
  from: z.string().optional(),
});

/** A role, and the person who has it. */
const role = z.strictObject({ kind: z.literal('role'), name: z.string(), person: z.string().optional() });

/** A total that is added up, of figures and fields; `words` once all of them are known. */
const sum = z.strictObject({
  kind: z.literal('sum'),
  terms: z.array(
    z.union([z.number(), z.string(), z.null(), z.strictObject({ value: z.number(), decimals: z.number() })]),
  ),
  unit: z.string(),
  words: z.string().optional(),
});

/** Room to sign, or for a date, by hand. */
const gap = z.strictObject({ kind: z.literal('gap'), for: z.enum(['signature', 'date']) });

const lineBreak = z.strictObject({ kind: z.literal('break') });

const footnoteReference = z.strictObject({ kind: z.literal('footnote'), id: z.string() });

const picture = z.strictObject({
  kind: z.literal('picture'),
  /** As the author writes it; in a published document its address on the site, below the site's base path. */
  src: z.string().refine(isOwnAddress, 'no address of this site'),
  alt: z.string(),
  title: z.string().optional(),
  /** In pixels. */
  width: z.int().optional(),
  height: z.int().optional(),
  marks,
});

const link = z.strictObject({
  kind: z.literal('link'),
  href: z.string().refine(isLink, 'no address of a link'),
  title: z.string().optional(),
  get content() {
    return z.array(inlineSchema);
  },
});

/** HTML of the prose that says more than a mark: an abbreviation, the reading of a character, words in another language. */
const span = z.strictObject({
  kind: z.literal('span'),
  element: z.enum(spanElements),
  anchor: z.string().optional(),
  attributes: z.partialRecord(z.enum(keptAttributes), z.string()).optional(),
  /** How a figure may be broken: `whole` stays on one line, a `phrase` goes on in the next. */
  breaking: z.enum(['whole', 'phrase']).optional(),
  get content() {
    return z.array(inlineSchema);
  },
});

const inlineSchema = z.discriminatedUnion('kind', [
  text,
  blank,
  time,
  role,
  sum,
  gap,
  lineBreak,
  footnoteReference,
  picture,
  link,
  span,
]);

const content = z.array(inlineSchema);
/** Where the block stands: its heading's anchor, and its number among its kind there. */
const id = z.string();
/** Name by which links lead to it. */
const anchor = z.string().optional();
/** Attributes of HTML in the prose that say how it is read or set. */
const attributes = z.partialRecord(z.enum(keptAttributes), z.string()).optional();
/** A writer has changed or added it. */
const edited = z.literal(true).optional();

/** Level 0 is the title's, 1–5 are those below it. */
const heading = z.strictObject({
  kind: z.literal('heading'),
  id,
  level: z.int().min(0).max(5),
  numbered: z.literal(true).optional(),
  anchor,
  attributes,
  content,
  edited,
});

/** `bare` where the words stand in a list item, a cell or a fold without a paragraph of their own. */
const paragraph = z.strictObject({
  kind: z.literal('paragraph'),
  id,
  content,
  bare: z.literal(true).optional(),
  /** It names the fold that it stands in. */
  summary: z.literal(true).optional(),
  anchor,
  attributes,
  edited,
});

const listItem = z.strictObject({
  id,
  /** Of a task list: whether it is ticked. */
  checked: z.boolean().optional(),
  anchor,
  attributes,
  get blocks() {
    return z.array(blockSchema);
  },
  edited,
});

const list = z.strictObject({
  kind: z.literal('list'),
  id,
  ordered: z.boolean(),
  start: z.number(),
  anchor,
  attributes,
  items: z.array(listItem),
});

const cell = z.strictObject({
  /** `c1`, `c2` … */
  key: z.string(),
  /** What it heads; `auto` where HTML does not say, which browsers work out. */
  header: z.enum(['column', 'row', 'auto']).optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  /** Columns and rows that it reaches over. */
  colspan: z.int().optional(),
  rowspan: z.int().optional(),
  anchor,
  attributes,
  get blocks() {
    return z.array(blockSchema);
  },
  edited,
});

const row = z.strictObject({ id, part: z.enum(['head', 'body', 'foot']), cells: z.array(cell) });

/** A table of the prose. */
const table = z.strictObject({
  kind: z.literal('table'),
  id,
  anchor,
  attributes,
  caption: content,
  rows: z.array(row),
});

const figure = z.strictObject({
  kind: z.literal('figure'),
  id,
  anchor,
  attributes,
  get blocks() {
    return z.array(blockSchema);
  },
  caption: content,
});

const quote = z.strictObject({
  kind: z.literal('quote'),
  id,
  anchor,
  attributes,
  get blocks() {
    return z.array(blockSchema);
  },
});

const code = z.strictObject({
  kind: z.literal('code'),
  id,
  anchor,
  attributes,
  text: z.string(),
  language: z.string().optional(),
});

const rule = z.strictObject({ kind: z.literal('rule'), id });

const facts = z.array(z.strictObject({ term: content, content }));

/** Terms and what they mean. */
const definitions = z.strictObject({ kind: z.literal('definitions'), id, anchor, attributes, facts });

/** Blocks that HTML of the prose holds together; a fold is shown open. */
const group = z.strictObject({
  kind: z.literal('group'),
  id,
  element: z.enum(groupElements),
  anchor,
  attributes,
  get blocks() {
    return z.array(blockSchema);
  },
});

/** The place of a part of the plan's data. */
const part = z.strictObject({ kind: z.literal('part'), id, part: z.enum(partNames) });

const blockSchema = z.discriminatedUnion('kind', [
  heading,
  paragraph,
  list,
  table,
  figure,
  quote,
  code,
  rule,
  definitions,
  group,
  part,
]);

const planCell = z.strictObject({ content, edited });

const planRow = z.strictObject({
  /** Index in the plan's data, or + and the id of the edit that added it. */
  id: z.string(),
  /** By the column's key. */
  cells: z.record(z.string(), planCell),
});

/** A table of the plan's data, in the columns that say something. */
const planTable = z.strictObject({
  caption: z.string(),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      heading: content,
      kind: z.enum(['header', 'figure']).optional(),
      edited,
    }),
  ),
  rows: z.array(planRow),
  /** What the rows add up to. */
  total: planRow.optional(),
  /** A writer has left it out; its rows stay for what is drawn from them. */
  omitted: z.literal(true).optional(),
});

export const documentSchema = z.strictObject({
  format: z.literal(documentFormat),
  version: z.literal(documentVersion),
  /** Slug of the plan. */
  plan: z.string(),
  /** The plan's name on the shelf. */
  name: z.string(),
  period: periodSchema,
  fields: z.array(fieldSchema),
  /** Of a filled document: what its fields are filled with, and what is computed from that, by name. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** On paper. */
  title: z.strictObject({ content, edited }),
  /** Whose plan it is, for when, by whom: what the title does not say. */
  facts: z.array(z.strictObject({ name: z.string(), term: content, content })),
  blocks: z.array(blockSchema),
  /** In the order in which they are referred to. */
  footnotes: z.array(z.strictObject({ id: z.string(), blocks: z.array(blockSchema) })),
  tables: z.strictObject({
    kpis: planTable,
    tasks: planTable,
    budget: planTable.optional(),
    risks: planTable.optional(),
    reviews: planTable,
  }),
  /** Roles, each with its duty. */
  roles: facts,
  /** Who drew the plan up, and room for those who check and approve it. */
  signOff: facts,
});

export type Inline = z.output<typeof inlineSchema>;
export type Content = readonly Inline[];
export type Block = z.output<typeof blockSchema>;
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
export type ListItem = z.output<typeof listItem>;
export type TableRow = z.output<typeof row>;
export type TableCell = z.output<typeof cell>;
export type PlanTable = z.output<typeof planTable>;
export type PlanRow = z.output<typeof planRow>;
export type PlanCell = z.output<typeof planCell>;
export type PlanDocument = z.output<typeof documentSchema>;
