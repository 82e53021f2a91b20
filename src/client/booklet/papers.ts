/** The papers of the booklet: what each entry of the basket means, and its document. */
import { bookletPageStrings as words } from '../../components/booklet-page-strings.zh.ts';
import { sheetsOf } from '../../components/booklet-sheets.ts';
import type { BookletItem } from '../../components/booklet.ts';
import type { Draft } from '../../fill/draft.ts';
import type { Plan } from '../../model/plan.ts';
import { type Routes, routesUnder } from '../../model/routes.ts';
import { draftIdOf } from '../basket.ts';
import { type PublishedDocument, loadPublished } from '../fill/print-source.ts';
import type { BookletPageContent, ListedTemplate } from './booklet-content.ts';
import { ownDrafts } from './own-drafts.ts';

/** An entry, looked up. */
export interface Paper {
  /** A slug, or a draft's entry. */
  readonly entry: string;
  /** '' where the entry means nothing any more. */
  readonly plan: string;
  readonly title: string;
  readonly draft: Draft | undefined;
  /** Why it cannot be printed. */
  readonly problem: string | undefined;
}

/** Looks papers up and reads their documents, each once. */
export class Papers {
  readonly routes: Routes;
  readonly #content: BookletPageContent;
  /** Drafts of a booklet that was received and is not kept yet, by id. */
  readonly #received = new Map<string, Draft>();
  readonly #documents = new Map<string, Promise<PublishedDocument>>();
  readonly #plans = new Map<string, Promise<Plan>>();

  constructor(content: BookletPageContent) {
    this.#content = content;
    this.routes = routesUnder(content.base);
  }

  /** Takes a draft in that is not in the browser's storage. */
  receive(id: string, draft: Draft): void {
    this.#received.set(id, draft);
  }

  paperOf(entry: string): Paper {
    const id = draftIdOf(entry);
    const draft = id === undefined ? undefined : (this.#received.get(id) ?? keptDraft(id));
    const slug = id === undefined ? entry : (draft?.plan ?? '');
    const known = this.#content.plans.find((plan) => plan.slug === slug);
    const lost = id !== undefined && draft === undefined ? words.lostDraft : words.lostPlan;
    return {
      entry,
      plan: known?.slug ?? '',
      title: known?.title ?? draft?.name ?? slug,
      draft,
      problem: known === undefined ? lost : undefined,
    };
  }

  /** The template of a paper: the one that is asked for where there is such a one that can be bound, else the usual. */
  templateOf(asked: string | undefined): string {
    const found = this.templates.find(({ name, reason }) => name === asked && reason === undefined);
    return found?.name ?? this.#content.paper;
  }

  /** All that papers may be set in, and those that cannot be bound. */
  get templates(): readonly ListedTemplate[] {
    return this.#content.templates;
  }

  /**
   * A paper as the booklet takes it.
   * @param asked name of the template that is asked for
   * @throws if its document cannot be read
   */
  async itemOf({ plan: slug, title, draft }: Paper, asked: string | undefined): Promise<BookletItem> {
    const address = this.routes.print(slug, this.templateOf(asked));
    const { article, head } = await once(this.#documents, address, () => loadPublished(address));
    const sheets = sheetsOf(head);
    // `updated` dates the file that the press writes; the browser's own print has its own date.
    if (draft === undefined) return { title, updated: '', article, sheets };
    const [plan, { fillDraft }, { fillDocument }] = await Promise.all([
      once(this.#plans, slug, () => loadPlan(this.routes.planData(slug))),
      import('../../fill/fill-draft.ts'),
      import('../../components/fill-document.ts'),
    ]);
    return { title, updated: '', article: fillDraft(article, plan, draft, fillDocument).article, sheets };
  }
}

function keptDraft(id: string): Draft | undefined {
  return ownDrafts().find((kept) => kept.id === id)?.draft;
}

/** A failed reading is tried again the next time. */
function once<T>(known: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
  const loading = known.get(key) ?? load();
  known.set(key, loading);
  loading.catch(() => known.delete(key));
  return loading;
}

async function loadPlan(address: string): Promise<Plan> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}（${String(response.status)}）`);
  // The same build has written it, from the same type.
  return (await response.json()) as Plan;
}
