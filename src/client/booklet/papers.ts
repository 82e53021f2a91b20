/** The papers of the booklet: what each entry of the basket means, and its document. */
import { bookletPageStrings as words } from '../../components/booklet/booklet-page-strings.zh.ts';
import { sheetsIn } from '../../components/booklet/booklet-sheets.ts';
import type { BookletItem } from '../../components/booklet/booklet.ts';
import type { PlanDocument } from '../../document/schema.ts';
import { shownTitle } from '../../document/running-title.ts';
import type { Draft } from '../../fill/draft.ts';
import type { Plan } from '../../model/plan.ts';
import { type Routes, routesUnder } from '../../model/shelf/routes.ts';
import { draftIdOf } from '../basket.ts';
import { publishedDocument } from '../document-source.ts';
import { type PrintShell, loadShell } from '../fill/pages/print-source.ts';
import { articleIn } from '../layouts.ts';
import { once } from '../once.ts';
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
  readonly #shells = new Map<string, Promise<PrintShell>>();
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
  async itemOf({ plan: slug, draft }: Paper, asked: string | undefined): Promise<BookletItem> {
    const template = this.templateOf(asked);
    const address = this.routes.print(slug, template);
    const [{ head }, document] = await Promise.all([
      once(this.#shells, address, () => loadShell(address)),
      this.#filled(slug, draft),
    ]);
    const article = await articleIn(template, document, { base: this.#content.base });
    // `updated` dates the file that the press writes; the browser's own print has its own date.
    return { title: shownTitle(document), updated: '', article, sheets: sheetsIn(head) };
  }

  async #filled(slug: string, draft: Draft | undefined): Promise<PlanDocument> {
    const document = await publishedDocument(this.routes.planDocument(slug));
    if (draft === undefined) return document;
    const [plan, { fillPlan }] = await Promise.all([
      once(this.#plans, slug, () => loadPlan(this.routes.planData(slug))),
      import('../../fill/fill-plan.ts'),
    ]);
    return fillPlan(document, plan, draft).document;
  }
}

function keptDraft(id: string): Draft | undefined {
  return ownDrafts().find((kept) => kept.id === id)?.draft;
}

async function loadPlan(address: string): Promise<Plan> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}（${String(response.status)}）`);
  // The same build has written it, from the same type.
  return (await response.json()) as Plan;
}
