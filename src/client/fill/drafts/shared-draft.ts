/** A draft from a share link: shown first, and the writer's own only when they take it. */
import { fillDialogStrings as words } from '../../../components/fill/fill-dialog-strings.zh.ts';
import type { Draft } from '../../../fill/draft.ts';
import { readShared } from '../../../fill/draft-share.ts';
import { routesUnder } from '../../../model/shelf/routes.ts';
import type { DeskContent } from '../desk-content.ts';
import { closeNotice, notice } from '../notices.ts';

export interface SharedDraftEvents {
  /** Show it; it is not kept. */
  readonly preview: (draft: Draft) => void;
  /** Keep it; returns its name. */
  readonly accept: (draft: Draft) => string;
  /** Back to the writer's own. */
  readonly decline: () => void;
}

/** Reads the address's fragment and asks what is to be done with it. Own drafts stay as they are. */
export async function receiveShared(content: DeskContent, events: SharedDraftEvents): Promise<void> {
  const about = 'shared';
  const { draft, problems } = await readShared(location.hash);
  const [problem] = problems;
  if (draft === undefined || draft.plan !== content.plan.slug) {
    const { hash } = location;
    forgetFragment();
    events.decline();
    if (draft === undefined) notice(problem?.message ?? '', { about });
    else {
      const there = (): void => {
        location.assign(routesUnder(content.base).fill(draft.plan) + hash);
      };
      notice(words.drafts.otherPlan(draft.plan), { about, actions: [{ label: words.drafts.goThere, run: there }] });
    }
    return;
  }
  events.preview(draft);
  const leave = (next: () => void) => (): void => {
    forgetFragment();
    closeNotice(about);
    next();
  };
  notice([words.share.preview(draft.name), ...problems.map(({ message }) => message)].join(' '), {
    about,
    onClose: leave(events.decline),
    actions: [
      {
        label: words.share.accept,
        primary: true,
        run: leave(() => {
          notice(words.share.accepted(events.accept(draft)), { about, passing: true });
        }),
      },
      { label: words.share.decline, run: leave(events.decline) },
    ],
  });
}

function forgetFragment(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}
