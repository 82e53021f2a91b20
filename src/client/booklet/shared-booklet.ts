/** Shares the booklet by link, and takes in what others have shared. */
import { bookletPageStrings as words } from '../../components/booklet-page-strings.zh.ts';
import type { SharedBooklet, SharedPaper } from '../../fill/booklet-share.ts';
import { draftEntry } from '../basket.ts';
import { make, openDialog } from '../fill/dialog.ts';
import { closeNotice, notice } from '../fill/notices.ts';
import { copyableLink } from '../fill/share-dialog.ts';
import type { BookletDesk, BookletState } from './booklet-desk.ts';
import { keepReceived, newDraftId } from './own-drafts.ts';
import type { Papers } from './papers.ts';

/** Shows the link that holds the booklet, its drafts and all. */
export async function openBookletShare(desk: BookletDesk, papers: Papers): Promise<void> {
  const { shareBooklet } = await import('../../fill/booklet-share.ts');
  const { entries, templates, cover, duplex, options } = desk.state;
  const shared = await shareBooklet({
    papers: entries
      .map((entry) => papers.paperOf(entry))
      .filter(({ problem }) => problem === undefined)
      .map(({ entry, plan, draft }) => {
        const template = templates[entry];
        return { plan, ...(template !== undefined && { template }), ...(draft !== undefined && { draft }) };
      }),
    cover,
    duplex,
    options,
  });
  if ('tooLong' in shared) {
    openDialog(words.sharing.title, make('p', 'problem', words.sharing.tooLong(shared.tooLong)));
    return;
  }
  const link = copyableLink(new URL(`${papers.routes.booklet}#${shared.fragment}`, location.href).href);
  openDialog(words.sharing.title, make('p', 'intro', words.sharing.intro), ...link.parts);
  link.select();
}

const about = 'shared';

/** Shows the booklet of the page's address; it is kept, drafts and all, only when the writer takes it. */
export async function receiveBooklet(desk: BookletDesk, papers: Papers): Promise<void> {
  const { readSharedBooklet } = await import('../../fill/booklet-share.ts');
  const shared = await readSharedBooklet(location.hash);
  history.replaceState(history.state, '', location.pathname + location.search);
  if ('problem' in shared) {
    notice(words.sharing[shared.problem], { about });
    return;
  }
  const { cover, duplex, options = {} } = shared;
  desk.preview({ ...papersOf(shared, papers, newDraftId), cover, duplex, options });
  const decline = (): void => {
    desk.reload();
  };
  const accept = (): void => {
    closeNotice(about);
    desk.accept(
      papersOf(shared, papers, (draft) => keepReceived(draft, words.sharing.draftName(draft.name)) ?? newDraftId()),
    );
    if (!desk.blocked) notice(words.sharing.accepted, { about, passing: true });
  };
  notice(words.sharing.received(shared.papers.length), {
    about,
    onClose: decline,
    actions: [
      { label: words.sharing.accept, primary: true, run: accept },
      { label: words.sharing.decline, run: decline },
    ],
  });
}

type SharedDraft = NonNullable<SharedBooklet['papers'][number]['draft']>;

/** Entries for the papers of a shared booklet; a draft is known under the id that it is given. */
function papersOf(
  { papers: shared }: SharedBooklet,
  papers: Papers,
  idFor: (draft: SharedDraft) => string,
): Pick<BookletState, 'entries' | 'templates'> {
  const entryOf = ({ plan, draft }: SharedPaper): string => {
    if (draft === undefined) return plan;
    const id = idFor(draft);
    papers.receive(id, draft);
    return draftEntry(id);
  };
  const pairs = shared.map((paper) => [entryOf(paper), paper.template] as const);
  const templates = pairs.flatMap(([entry, name]) => (name === undefined ? [] : [[entry, name] as const]));
  return { entries: [...new Set(pairs.map(([entry]) => entry))], templates: Object.fromEntries(templates) };
}
