import { fillDialogStrings as words } from '../../../components/fill/fill-dialog-strings.zh.ts';
import type { Draft } from '../../../fill/draft.ts';
import { routesUnder } from '../../../model/shelf/routes.ts';
import type { DeskContent } from '../desk-content.ts';
import { make, makeButton, openDialog, saveFile } from '../dialog.ts';

/** Shows the link that holds a draft, or offers its file where it is too long for one. */
export async function openShare({ base, plan }: DeskContent, draft: Draft): Promise<void> {
  const { shareFragment } = await import('../../../fill/draft-share.ts');
  const shared = await shareFragment(draft);
  const intro = make('p', 'intro', words.share.intro);
  if ('tooLong' in shared) {
    const file = makeButton(words.share.file, () => {
      saveDraft(draft);
    });
    file.classList.add('primary');
    openDialog(words.share.title, intro, make('p', 'problem', words.share.tooLong(shared.tooLong)), file);
    return;
  }
  const link = copyableLink(new URL(`${routesUnder(base).fill(plan.slug)}#${shared.fragment}`, location.href).href);
  openDialog(words.share.title, intro, ...link.parts);
  link.select();
}

/** A control with an address, and the button that copies it. */
export function copyableLink(address: string): { readonly parts: readonly HTMLElement[]; readonly select: () => void } {
  const input = make('input');
  input.readOnly = true;
  input.value = address;
  input.addEventListener('focus', () => {
    input.select();
  });
  const status = make('span', 'status');
  status.setAttribute('role', 'status');
  const copy = makeButton(words.share.copy, () => {
    input.select();
    void copyText(address).then((copied) => {
      status.textContent = copied ? words.share.copied : words.share.copyByKeys;
    });
  });
  copy.classList.add('primary');
  return {
    parts: [make('label', 'link', words.share.link, input), make('p', '', copy, status)],
    select: () => {
      input.select();
    },
  };
}

/** @returns whether it was copied: the browser may forbid it, and has no clipboard for a page that came by plain http */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A draft as a file that can be read in again. */
export function saveDraft(draft: Draft): void {
  const name = draft.name.replace(/[<>:"/\\|?*\p{C}]/gu, ' ').trim() || draft.plan;
  saveFile(`${name}.json`, `${JSON.stringify(draft, null, 2)}\n`, 'application/json');
}
