/** What the desk begins with: the draft that the address holds, to be looked at first, else the writer's own. */
import type { DraftContent } from '../../../fill/draft.ts';
import { draftMark } from '../../../fill/sharing.ts';
import { part } from '../../part.ts';
import type { Desk } from '../desk.ts';
import type { DeskContent } from '../desk-content.ts';
import { chooseDraft } from './open-draft.ts';

/** @param show puts a draft on screen that is not on the desk */
export function beginDraft(content: DeskContent, desk: Desk, show: (draft: DraftContent) => void): void {
  const receive = async (): Promise<void> => {
    const { receiveShared } = await import('./shared-draft.ts');
    await receiveShared(content, {
      preview: (draft) => {
        desk.flush();
        setReadOnly(true);
        show(draft);
      },
      accept: (draft) => {
        setReadOnly(false);
        desk.openNew(draft);
        return desk.draft.name;
      },
      decline: () => {
        setReadOnly(false);
        chooseDraft(desk);
      },
    });
  };
  addEventListener('hashchange', () => {
    if (isDraftLink()) void receive();
  });
  if (isDraftLink()) void receive();
  else chooseDraft(desk);
}

/** While another's draft is looked at, nothing of the writer's own can be changed or taken for it. */
function setReadOnly(looking: boolean): void {
  for (const place of ['#panel-form', '#panel-text', '.tools']) part(place, HTMLElement).inert = looking;
}

/** Whether the address holds a shared draft. */
function isDraftLink(): boolean {
  return location.hash.startsWith(`#${draftMark}`);
}
