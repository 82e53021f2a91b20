/** Notifies the writer that the plan was republished since they last edited. */
import { isRepublished } from '../../../fill/plan-digest.ts';
import type { Desk } from '../desk.ts';
import { closeNotice } from '../notices.ts';
import { lazyNotice } from '../lazy-notice.ts';

const about = 'republished';

/**
 * Compares each draft that comes onto the desk with the plan as it is published now; nothing of either is changed.
 * @param digest of the published plan
 */
export function watchPublished(desk: Desk, digest: string): void {
  const compare = (): void => {
    const known = desk.draft.planDigest;
    closeNotice(about);
    desk.restOn(digest);
    if (isRepublished(known, digest)) lazyNotice(about);
  };
  desk.listen(({ kind }) => {
    if (kind === 'opened') compare();
  });
  compare();
}
