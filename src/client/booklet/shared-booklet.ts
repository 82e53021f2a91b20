/** Shares the booklet by link, and takes in what others have shared. */
import { bookletPageStrings as words } from '../../components/booklet/booklet-page-strings.zh.ts';
import type { SharedBooklet, SharedPaper } from '../../fill/booklet-share.ts';
import { draftEntry } from '../basket.ts';
import { newId } from '../new-id.ts';
import { make, openDialog } from '../fill/dialog.ts';
import { notice } from '../fill/notices.ts';
import { copyableLink } from '../fill/drafts/share-dialog.ts';
import type { BookletDesk, BookletState } from './booklet-desk.ts';
import { saveReceivedDrafts } from './own-drafts.ts';
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
  const { drafts, ...received } = papersOf(shared);
  for (const [id, draft] of drafts) papers.receive(id, draft);
  desk.preview({ ...received, cover, duplex, options });
  const decline = (): void => {
    desk.reload();
  };
  const accept = (): void => {
    // What was taken out or changed while it was looked at stays so.
    const left = new Map([...drafts].filter(([id]) => desk.state.entries.includes(draftEntry(id))));
    if (!saveReceivedDrafts(left, ({ name }) => words.sharing.draftName(name))) {
      ask(words.sharing.notKept);
      return;
    }
    const before = desk.accept();
    if (desk.blocked) return;
    const undo = (): void => {
      desk.change(before);
    };
    notice(words.sharing.accepted, { about, passing: true, actions: [{ label: words.undo, run: undo }] });
  };
  const ask = (text: string): void => {
    notice(text, {
      about,
      onClose: decline,
      actions: [
        { label: words.sharing.accept, primary: true, run: accept },
        { label: words.sharing.decline, run: decline },
      ],
    });
  };
  ask(words.sharing.received(shared.papers.length));
}

type SharedDraft = NonNullable<SharedPaper['draft']>;

/** Entries for the papers of a shared booklet, and its drafts by the ids that they are given. */
function papersOf({
  papers,
}: SharedBooklet): Pick<BookletState, 'entries' | 'templates'> & { readonly drafts: ReadonlyMap<string, SharedDraft> } {
  const drafts = new Map<string, SharedDraft>();
  const entryOf = ({ plan, draft }: SharedPaper): string => {
    if (draft === undefined) return plan;
    const id = newId();
    drafts.set(id, draft);
    return draftEntry(id);
  };
  const pairs = papers.map((paper) => [entryOf(paper), paper.template] as const);
  const templates = pairs.flatMap(([entry, name]) => (name === undefined ? [] : [[entry, name] as const]));
  return { entries: [...new Set(pairs.map(([entry]) => entry))], templates: Object.fromEntries(templates), drafts };
}
