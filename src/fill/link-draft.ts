import { changesIn } from '../document/changes/changed-document.ts';
import type { Edit } from '../document/edits/edit.ts';
import type { Draft } from './draft.ts';
import { draftFormat, draftVersion } from './draft-format.ts';
import { isRecord } from './draft-migrations.ts';
import { type DraftReading, readDraftObject } from './draft-read.ts';

/**
 * A draft as a link holds it: of the text only the blocks that were changed, without what says the same in every link. A
 * change is a list, told from others by what it holds: `[at, text]`, `[at]` for what is left out, `[table, id, cells, after]`
 * for a row, `[within, sections]` for an order.
 */
export function linkDraft(draft: Draft): object {
  const { plan, name, updated, planDigest, values, people, changes, edits = [] } = draft;
  const changed = [...(changes === undefined ? [] : changesIn(changes)), ...edits];
  return {
    plan,
    name,
    updated,
    ...(planDigest !== '' && { planDigest }),
    ...(Object.keys(values).length > 0 && { values }),
    ...(Object.keys(people).length > 0 && { people }),
    ...(changed.length > 0 && { edits: changed.map(listOf) }),
  };
}

/** The other way round; what a link holds beside that is left out and named. */
export function readLinkDraft(link: unknown): DraftReading {
  if (!isRecord(link)) return readDraftObject(link);
  const { edits } = link;
  return readDraftObject({
    ...link,
    format: draftFormat,
    version: draftVersion,
    ...(edits !== undefined && { edits: Array.isArray(edits) ? edits.map(editOf) : edits }),
  });
}

function listOf(edit: Edit): readonly unknown[] {
  switch (edit.kind) {
    case 'text':
      return [edit.at, edit.text];
    case 'omit':
      return [edit.at];
    case 'row':
      return [edit.table, edit.id, edit.cells, ...(edit.after === undefined ? [] : [edit.after])];
    case 'order':
      return [edit.within, edit.sections];
  }
}

/** Not checked yet: what is none stays what it is, and is said to be damaged. */
function editOf(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  const [first, second, third, fourth] = list as unknown[];
  if (list.length === 1) return { kind: 'omit', at: first };
  if (list.length > 2)
    return { kind: 'row', table: first, id: second, cells: third, ...(list.length > 3 && { after: fourth }) };
  return Array.isArray(second)
    ? { kind: 'order', within: first, sections: second }
    : { kind: 'text', at: first, text: second };
}
