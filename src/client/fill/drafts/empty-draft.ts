import type { Draft } from '../../../fill/draft.ts';
import { draftFormat, draftVersion } from '../../../fill/draft-format.ts';

/** An empty draft; `newDraft` of the format's own module would bring the schema's code with it. */
export function emptyDraft(plan: string, name: string, now: Date): Draft {
  return {
    format: draftFormat,
    version: draftVersion,
    plan,
    planDigest: '',
    name,
    updated: now.toISOString(),
    values: {},
    people: {},
  };
}
