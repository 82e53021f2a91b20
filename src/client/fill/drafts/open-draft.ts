/**
 * Which draft the page begins with: the one in its address, or a new one where that is gone; the newest of this plan
 * where the address says none, else a new one.
 */
import { fillStrings as words } from '../../../components/fill/fill-strings.zh.ts';
import { readShelf } from '../../../fill/draft-shelf.ts';
import type { Desk } from '../desk.ts';
import { notice } from '../notices.ts';
import { lazyNotice } from '../lazy-notice.ts';

const parameter = 'draft';

export function chooseDraft(desk: Desk): void {
  const asked = new URLSearchParams(location.search).get(parameter);
  const { plan } = desk.draft;
  try {
    const { kept, unread } = readShelf(localStorage);
    const own = kept.filter(({ draft }) => draft.plan === plan);
    const found = own.find(({ id }) => id === asked) ?? own[0];
    // Without an own draft a damaged one may be what the writer is looking for.
    const missed = found === undefined ? unread.length > 0 : unread.some(({ id }) => id === asked);
    if (missed) lazyNotice('damaged');
    else if (asked !== null && found?.id !== asked) lazyNotice('gone');
    if (found !== undefined && (asked === null || found.id === asked)) desk.open(found.id, found.draft, found.revision);
    else desk.openNew();
  } catch {
    notice(words.saving.blocked, { about: 'storage' });
    desk.openNew();
  }
}

/** Puts the draft into the page's address, so that a reload and a bookmark lead to it. */
export function rememberAddress(desk: Desk): void {
  if (desk.saving.state === 'new') return;
  const address = new URL(location.href);
  if (address.searchParams.get(parameter) === desk.id) return;
  address.searchParams.set(parameter, desk.id);
  history.replaceState(history.state, '', address);
}
