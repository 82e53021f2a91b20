import type { ChangedDocument } from '../document/changes/changed-document.ts';
import type { DraftContent } from './draft.ts';

/** Whether a draft changes the text; with values alone nothing has to be loaded that changes it. */
export function changesText({ changes, edits = [] }: Pick<DraftContent, 'changes' | 'edits'>): boolean {
  return changes !== undefined || edits.length > 0;
}

/** A draft, or its content, with the text as a writer has changed it. Without changes it holds no documents. */
export function withChanges<Content extends DraftContent>(content: Content, changed: ChangedDocument): Content {
  const others = Object.entries(content).filter(([part]) => part !== 'changes' && part !== 'edits');
  const isChanged = changed.document !== changed.base || changed.written.length > 0;
  return { ...Object.fromEntries<unknown>(others), ...(isChanged && { changes: changed }) } as Content;
}
