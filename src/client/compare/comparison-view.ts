import type { ComparedItem, Comparison } from '../../model/shelf/comparison.ts';
import { compareStrings as words } from '../../components/plan/compare-strings.zh.ts';
import { sharedNames } from './chosen.ts';

/** Shows plans part by part. @param addressOf a plan's page */
export function showComparison(
  place: HTMLElement,
  plans: readonly Comparison[],
  addressOf: (slug: string) => string,
): void {
  place.style.setProperty('--plans', String(plans.length));
  if (plans.length === 0) {
    place.replaceChildren();
    return;
  }
  const titles = plans.map(({ slug, title }) => element('a', { href: addressOf(slug) }, title));
  place.replaceChildren(
    figures(words.facts, plans, factRows(plans), titles),
    figures(words.length, plans, lengthRows(plans)),
    lists(words.kpis, plans, ({ kpis }) => kpis),
    lists(words.tasks, plans, ({ tasks }) => tasks),
    figures(words.rhythms, plans, rhythmRows(plans)),
    lists(words.reviews, plans, ({ reviews }) => reviews),
    blanks(plans),
  );
}

type Row = readonly [label: string, values: readonly string[]];

function factRows(plans: readonly Comparison[]): Row[] {
  return Object.keys(plans[0]?.facts ?? {}).map((label) => [label, plans.map(({ facts }) => facts[label] ?? '')]);
}

function lengthRows(plans: readonly Comparison[]): Row[] {
  const pages = plans.map((plan) => (typeof plan.pages === 'number' ? String(plan.pages) : words.unknownValue));
  return [
    [words.pages, pages],
    [words.characters, plans.map(({ characters }) => String(characters))],
  ];
}

function rhythmRows(plans: readonly Comparison[]): Row[] {
  const labels = new Set(plans.flatMap(({ rhythms }) => Object.keys(rhythms)));
  // Each plan lists its own in order of frequency; the union keeps that order by the longest list.
  const order = plans
    .map(({ rhythms }) => Object.keys(rhythms))
    .sort((a, b) => b.length - a.length)
    .flat();
  return [...labels]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((label) => [label, plans.map(({ rhythms }) => String(rhythms[label] ?? 0))]);
}

/** A part of single values. The first one carries the plans' names; a row in which all agree steps back. */
function figures(
  name: string,
  plans: readonly Comparison[],
  rows: readonly Row[],
  titles?: readonly Node[],
): HTMLElement {
  const heads = titles ?? plans.map(({ title }) => document.createTextNode(title));
  return section(name, [
    element('table', titles === undefined ? {} : { className: 'with-titles' }, [
      element('colgroup', {}, [element('col', { className: 'label' }, ''), ...plans.map(() => element('col', {}, ''))]),
      element('thead', {}, [
        element('tr', {}, [element('td', {}, ''), ...heads.map((head) => element('th', { scope: 'col' }, [head]))]),
      ]),
      element(
        'tbody',
        {},
        rows.map(([label, values]) =>
          element('tr', { className: plans.length > 1 && new Set(values).size === 1 ? 'same' : '' }, [
            element('th', { scope: 'row' }, label),
            ...values.map((value) => element('td', {}, value)),
          ]),
        ),
      ),
    ]),
  ]);
}

/** A part of lists: what another plan lists too is marked. */
function lists(
  name: string,
  plans: readonly Comparison[],
  itemsOf: (plan: Comparison) => readonly ComparedItem[],
): HTMLElement {
  const shared = sharedNames(plans.map((plan) => itemsOf(plan).map((item) => item.name)));
  return section(
    name,
    columns(plans, (plan) => list(itemsOf(plan), shared)),
  );
}

function list(items: readonly ComparedItem[], shared: ReadonlySet<string>): HTMLElement {
  return items.length === 0
    ? element('p', { className: 'detail' }, words.nothing)
    : element(
        'ul',
        {},
        items.map(({ name, detail }) =>
          element('li', {}, [
            element('span', {}, name),
            ...(shared.has(name) ? [element('span', { className: 'shared', title: words.shared }, '同')] : []),
            element('span', { className: 'detail' }, detail),
          ]),
        ),
      );
}

function blanks(plans: readonly Comparison[]): HTMLElement {
  const shared = sharedNames(plans.map((plan) => plan.blanks));
  const column = (plan: Comparison): HTMLElement => {
    const own = plan.blanks.filter((label) => !shared.has(label));
    const both = plan.blanks.length - own.length;
    return element('p', { className: 'labels' }, [
      ...(both === 0 ? [] : [element('span', { className: 'detail' }, words.sharedBlanks(both))]),
      own.length === 0 ? words.nothing : own.join('、'),
    ]);
  };
  return section(words.blanks, columns(plans, column));
}

function columns(plans: readonly Comparison[], column: (plan: Comparison) => HTMLElement): HTMLElement[] {
  return [
    element(
      'div',
      { className: 'columns' },
      plans.map((plan) => element('div', {}, [element('h3', {}, plan.title), column(plan)])),
    ),
  ];
}

function section(name: string, content: readonly Node[]): HTMLElement {
  return element('section', { ariaLabel: name }, [element('h2', {}, name), ...content]);
}

/** An element with properties and children; texts stay texts. */
function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  children: string | readonly (Node | string)[],
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...(typeof children === 'string' ? [children] : children));
  return made;
}
