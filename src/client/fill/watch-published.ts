/** Tells a writer that the plan was published anew since they last wrote. */
import type { Plan } from '../../model/plan.ts';
import type { Desk } from './desk.ts';
import { closeNotice } from './notices.ts';
import type { PublishedDocument } from './print-source.ts';
import { tellSeldom } from './tell-seldom.ts';

const about = 'republished';

/** Compares each draft that comes onto the desk with the plan as it is published now; nothing of either is changed. */
export function watchPublished(desk: Desk, plan: Plan, published: () => Promise<PublishedDocument>): void {
  const compare = async (): Promise<void> => {
    const { planDigest } = await import('../../fill/plan-digest.ts');
    const digest = planDigest(plan, (await published()).article);
    const known = desk.draft.planDigest;
    closeNotice(about);
    desk.restOn(digest);
    if (known !== '' && known !== digest) tellSeldom(about);
  };
  const begin = (): void => {
    compare().catch(() => undefined); // a document that cannot be read is said where the pages are
  };
  desk.listen(({ kind }) => {
    if (kind === 'opened') begin();
  });
  begin();
}
