import { fillDialogStrings as words } from '../../../components/fill/fill-dialog-strings.zh.ts';
import type { Desk } from '../desk.ts';
import type { DeskContent } from '../desk-content.ts';
import { notice } from '../notices.ts';

/** Reads a file as a draft of its own; what is on the desk stays where it is kept. */
export async function importDraft(file: Blob, content: DeskContent, desk: Desk): Promise<void> {
  await importText(await file.text(), content, desk);
}

/** The same for the text of a file, or of a kept draft that was damaged: what can be read of it is opened, the rest is named. */
export async function importText(text: string, content: DeskContent, desk: Desk): Promise<void> {
  const about = 'import';
  const { readDraft } = await import('../../../fill/draft-read.ts');
  const { draft, problems } = readDraft(text);
  const messages = problems.map(({ message }) => message);
  if (draft === undefined) notice(messages.join(' '), { about });
  else if (draft.plan !== content.plan.slug) notice(words.drafts.otherPlan(draft.plan), { about });
  else {
    desk.openNew(draft);
    const said = words.drafts.imported(desk.draft.name);
    notice([said, ...messages].join(' '), { about, passing: messages.length === 0 });
  }
}
