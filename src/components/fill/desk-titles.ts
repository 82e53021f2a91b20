import { editStrings } from './edit-strings.zh.ts';
import { fillDialogStrings } from './fill-dialog-strings.zh.ts';
import { strings } from '../strings.zh.ts';

/**
 * Titles that the desk's script writes. The page carries them, so that the titles' face, which is cut down to the titles
 * in finished pages, has their characters too.
 */
export function deskTitles(): readonly string[] {
  const { changes, addRow, sections, editor, row } = editStrings;
  const { drafts, export: leaving, share } = fillDialogStrings;
  const tables = [strings.kpis, strings.tasks, strings.budget, strings.risks];
  return [
    changes(0),
    changes(1_234_567_890),
    addRow,
    sections,
    ...Object.values(editor.title),
    ...tables.map(({ caption }) => row.title(caption)),
    drafts.title,
    leaving.title,
    share.title,
  ];
}
