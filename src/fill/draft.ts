import { z } from 'zod';
import type { ChangedDocument } from '../document/changes/changed-document.ts';
import { type Edit, editSchema } from '../document/edits/edit.ts';
import { documentSchema } from '../document/schema.ts';
import { fieldNameSchema } from '../model/field.ts';
import { longestValue } from '../model/limits.ts';
import { draftFormat, draftVersion } from './draft-format.ts';

/** One entry of `values`; a number or the words that were typed. */
export const valueSchema = z.union([z.string().max(longestValue), z.number()]);
/** A person's name, or several. */
export const personSchema = z.string().max(longestValue);
/** A role as the plan names it. */
export const roleNameSchema = z.string().min(1).max(60);

const edits = z.array(editSchema).max(5000);

/** The plan's document as the writer has changed it, see {@link ChangedDocument}. */
export const changesSchema = z.strictObject({ base: documentSchema, document: documentSchema, written: edits });

/**
 * A draft, 我的草稿: a plan plus one writer's values and names, and the text where the writer has changed it. The same object
 * is kept in the browser, exported as a file, and read as a values file on the command line.
 */
export const draftSchema = z.strictObject({
  format: z.literal(draftFormat),
  version: z.literal(draftVersion),
  /** Slug of the plan. */
  plan: z.string().min(1).max(200),
  /** {@link planDigest} of the plan that it was begun with; '' where that is not known. */
  planDigest: z.string().max(64),
  /** The writer's own name for it. */
  name: z.string().max(200),
  /** When it was last changed, in UTC: `2026-11-20T08:00:00.000Z`. */
  updated: z.iso.datetime(),
  /** By name of field. Text is kept as typed; it is made fit for documents only there. */
  values: z.record(fieldNameSchema, valueSchema),
  /** Role → person's name. */
  people: z.record(roleNameSchema, personSchema),
  changes: changesSchema.optional(),
  /** Changes that are not put into the plan's document yet: those of version 1, of a link, or of a file. */
  edits: edits.optional(),
});

type Parsed = z.output<typeof draftSchema>;

export interface Draft extends Omit<Parsed, 'changes' | 'edits'> {
  readonly changes?: ChangedDocument;
  readonly edits?: readonly Edit[];
}

/** What of a draft goes into a document. */
export type DraftContent = Pick<Draft, 'values' | 'people' | 'changes' | 'edits'>;

/** An empty draft of a plan. */
export function newDraft(
  plan: string,
  { updated, ...given }: Partial<Omit<Draft, 'format' | 'version' | 'plan'>> & Pick<Draft, 'updated'>,
): Draft {
  return {
    format: draftFormat,
    version: draftVersion,
    plan,
    planDigest: '',
    name: '',
    updated,
    values: {},
    people: {},
    ...given,
  };
}
