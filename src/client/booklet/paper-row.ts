/** One paper in the list: its place, its content, and what can be done with it. */
import gripIcon from 'lucide-static/icons/grip-vertical.svg?raw';
import upIcon from 'lucide-static/icons/chevron-up.svg?raw';
import downIcon from 'lucide-static/icons/chevron-down.svg?raw';
import removeIcon from 'lucide-static/icons/x.svg?raw';
import { bookletPageStrings as words } from '../../components/booklet/booklet-page-strings.zh.ts';
import type { KeptDraft } from '../../fill/draft-shelf.ts';
import { chineseNumeral } from '../../model/numbering.ts';
import { draftEntry, draftIdOf } from '../basket.ts';
import { make, makeButton, momentOf } from '../fill/dialog.ts';
import type { ListedTemplate } from './booklet-content.ts';
import type { Paper } from './papers.ts';

/** What a row can be asked to do. */
export interface RowEvents {
  readonly move: (step: -1 | 1) => void;
  readonly remove: () => void;
  readonly choose: (entry: string) => void;
  readonly setIn: (template: string) => void;
}

export interface RowPlace {
  readonly index: number;
  readonly count: number;
  /** Own drafts of the paper's plan. */
  readonly drafts: readonly KeptDraft[];
  /** Page where the plan, or this draft of it, is filled in. */
  readonly fill: string;
  readonly templates: readonly ListedTemplate[];
  readonly template: RowTemplate;
}

/** The template that a paper is set in. */
export interface RowTemplate {
  readonly name: string;
  /** Name of the one that was asked for, where it is not there or cannot be bound. */
  readonly lost: string | undefined;
}

export function paperRow(paper: Paper, place: RowPlace, events: RowEvents): HTMLLIElement {
  const { index, count } = place;
  const { title, problem } = paper;
  const grip = iconButton(gripIcon, words.grip(title), 'grip', () => undefined);
  grip.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (step === undefined) return;
    event.preventDefault();
    events.move(step);
  });
  const up = iconButton(upIcon, words.up(title), 'up', () => {
    events.move(-1);
  });
  up.disabled = index === 0;
  const down = iconButton(downIcon, words.down(title), 'down', () => {
    events.move(1);
  });
  down.disabled = index === count - 1;
  const what = make('div', 'what', make('span', 'number', words.number(chineseNumeral(index + 1))));
  what.append(make('span', 'name', title));
  if (problem !== undefined) what.append(make('span', 'problem', problem));
  else what.append(contentOf(paper, place, events), ...lostTemplate(place));
  const row = make('li', 'paper', grip, what);
  row.append(make('div', 'does', up, down, iconButton(removeIcon, words.remove(title), 'remove', events.remove)));
  row.dataset['entry'] = paper.entry;
  return row;
}

function contentOf(paper: Paper, { drafts, fill, templates, template }: RowPlace, events: RowEvents): HTMLElement {
  const { entry, plan, title, draft } = paper;
  const link = make('a', '', words.fill);
  link.href = fill;
  link.setAttribute('aria-label', words.fillThis(title));
  const select = make('select');
  select.setAttribute('aria-label', words.content(title));
  select.add(new Option(words.blank, plan));
  for (const kept of drafts)
    select.add(new Option(words.draft(kept.draft.name, momentOf(kept.draft.updated)), draftEntry(kept.id)));
  if (draft !== undefined && !drafts.some(({ id }) => id === draftIdOf(entry)))
    select.add(new Option(draft.name, entry));
  select.value = entry;
  select.addEventListener('change', () => {
    events.choose(select.value);
  });
  const set = templateChoice(title, templates, template, events);
  return make('div', 'content', ...(select.options.length > 1 ? [select] : []), ...set, link);
}

/** None where there is nothing to choose from. */
function templateChoice(
  title: string,
  templates: readonly ListedTemplate[],
  { name }: RowTemplate,
  { setIn }: RowEvents,
): HTMLElement[] {
  if (templates.length < 2) return [];
  const select = make('select', 'template');
  select.setAttribute('aria-label', words.template(title));
  for (const template of templates) {
    const option = new Option(template.title, template.name);
    if (template.reason !== undefined) {
      option.disabled = true;
      option.text = words.templateRefused(template.title);
      option.title = template.reason;
    }
    select.add(option);
  }
  select.value = name;
  select.addEventListener('change', () => {
    setIn(select.value);
  });
  return [select];
}

function lostTemplate({ template: { lost } }: RowPlace): HTMLElement[] {
  return lost === undefined ? [] : [make('span', 'problem', words.lostTemplate(lost))];
}

function iconButton(svg: string, label: string, name: string, run: () => void): HTMLButtonElement {
  const button = makeButton('', run, name);
  button.innerHTML = svg.replace('<svg', '<svg aria-hidden="true"');
  button.querySelector('svg')?.setAttribute('class', 'icon');
  button.setAttribute('aria-label', label);
  button.title = label;
  return button;
}
