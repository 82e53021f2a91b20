/**
 * Two or three plans side by side. Which ones stands in the address, so that a comparison can be sent to a colleague,
 * and back and forward lead through what was compared.
 */
import type { Comparison } from '../../model/shelf/comparison.ts';
import { compareStrings as words } from '../../components/plan/compare-strings.zh.ts';
import { routesUnder } from '../../model/shelf/routes.ts';
import { part } from '../part.ts';
import { chosenIn } from './chosen.ts';
import { showComparison } from './comparison-view.ts';

class PlanCompare extends HTMLElement {
  readonly #loaded = new Map<string, Promise<Comparison>>();
  readonly #routes = routesUnder(this.dataset['base'] ?? '/');
  #shown = 0;

  connectedCallback(): void {
    const [first, ...others] = this.#selects();
    for (const select of others)
      select.append(...[...(first?.children ?? [])].slice(1).map((each) => each.cloneNode(true)));
    this.addEventListener('change', () => {
      const chosen = this.#selects().flatMap(({ value }) => (value === '' ? [] : [value]));
      history.pushState(null, '', this.#routes.compare(chosen));
      this.#show();
    });
    addEventListener('popstate', () => {
      this.#show();
    });
    this.#show();
  }

  #show(): void {
    void this.#compare();
  }

  async #compare(): Promise<void> {
    const shown = ++this.#shown;
    const titles = new Map(
      [...(this.#selects()[0]?.options ?? [])].flatMap(({ value, text }) =>
        value === '' ? [] : [[value, text] as const],
      ),
    );
    const { slugs, unknown } = chosenIn(location.search, new Set(titles.keys()));
    for (const [index, select] of this.#selects().entries()) select.value = slugs[index] ?? '';
    const answers = await Promise.allSettled(slugs.map((slug) => this.#load(slug)));
    // Another choice was made meanwhile.
    if (shown !== this.#shown) return;
    const plans = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const failed = slugs.filter((_, index) => answers[index]?.status === 'rejected');
    part('.notice', HTMLElement, this).textContent = [
      ...(unknown.length === 0 ? [] : [words.unknown(unknown)]),
      ...failed.map((slug) => words.failed(titles.get(slug) ?? slug)),
      ...(slugs.length === 1 ? [words.chooseMore] : []),
    ].join(' ');
    showComparison(part('.comparison', HTMLElement, this), plans, (slug) => this.#routes.plan(slug));
  }

  #load(slug: string): Promise<Comparison> {
    const loading = this.#loaded.get(slug) ?? loadComparison(this.#routes.comparison(slug));
    this.#loaded.set(slug, loading);
    loading.catch(() => this.#loaded.delete(slug));
    return loading;
  }

  #selects(): readonly HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }
}

async function loadComparison(address: string): Promise<Comparison> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // Written by the same build as this script.
  return (await response.json()) as Comparison;
}

customElements.define('plan-compare', PlanCompare);
