import { z } from 'zod';
import { longestValue } from '../../model/limits.ts';
import { planTableNames } from '../plan-table-names.ts';

/** Address of a block of the published document, as `document-blocks.ts` describes it. */
const address = z.string().min(1).max(400);

/**
 * Words in the place of a block's own: plain text; 【标签】 is a blank, \【 a bracket, \n a line break, [^1] a footnote. In
 * a paragraph or list item \n\n begins another one.
 */
const textEdit = z.strictObject({ kind: z.literal('text'), at: address, text: z.string().max(longestValue) });

/** A block left out. At a heading it is the whole section that goes. */
const omission = z.strictObject({ kind: z.literal('omit'), at: address });

/**
 * A row more in one of the plan's tables. `after` is the row above it, published or added (by its `id`); without it the
 * row comes last. Cells are text by column; a time is written as in the table or as dates, 2027-03-01至2027-03-31.
 */
const addedRow = z.strictObject({
  kind: z.literal('row'),
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  table: z.enum(planTableNames),
  after: address.optional(),
  cells: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/), z.string().max(longestValue)),
});

/** A new order of the sections directly below a heading, by id; `within` is that heading's id, '' for the uppermost. */
const ordering = z.strictObject({
  kind: z.literal('order'),
  within: z.string().max(400),
  sections: z.array(z.string().max(400)).max(1000),
});

export const editSchema = z.discriminatedUnion('kind', [textEdit, omission, addedRow, ordering]);

/**
 * One change of the text, which can be taken back alone: a difference of a changed document from its base, as links and drafts
 * of version 1 hold it.
 */
export type Edit = z.output<typeof editSchema>;
export type TextEdit = z.output<typeof textEdit>;
export type Omission = z.output<typeof omission>;
export type AddedRow = z.output<typeof addedRow>;
export type Ordering = z.output<typeof ordering>;
