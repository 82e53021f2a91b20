import { draftVersion } from './draft-format.ts';

/** A draft of some version, read as JSON but not yet checked. */
export type LooseDraft = Readonly<Record<string, unknown>>;

/**
 * The step from each version to the next one.
 *
 * 0 → 1: `slug` became `plan`, `title` became `name`, `saved` (milliseconds) became `updated`; changed paragraphs stood
 * in `texts` by address and are now edits among others.
 *
 * 1 → 2: the changed text is kept as a document beside the one that it was made of. Edits stay until the plan's document
 * is there to put them into; see `draft-text.ts`.
 */
const steps: readonly ((draft: LooseDraft) => LooseDraft)[] = [
  ({ slug, title, saved, texts, ...draft }) => ({
    ...draft,
    version: 1,
    plan: slug,
    planDigest: '',
    name: title ?? '',
    updated: typeof saved === 'number' && Math.abs(saved) <= 8.64e15 ? new Date(saved).toISOString() : undefined,
    edits: isRecord(texts) ? Object.entries(texts).map(([at, text]) => ({ kind: 'text', at, text })) : [],
  }),
  ({ edits, ...draft }) => {
    const none = edits === undefined || (Array.isArray(edits) && edits.length === 0);
    return { ...draft, version: 2, ...(!none && { edits }) };
  },
];

/** Brings a draft of an older version to the present one. `version` is that of the draft. */
export function migrated(draft: LooseDraft, version: number): LooseDraft {
  return steps.slice(version, draftVersion).reduce((older, step) => step(older), draft);
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is LooseDraft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
