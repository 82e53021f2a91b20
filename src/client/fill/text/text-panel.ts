/** The panel beside the pages where the text is changed by list: all that can be done on the pages, by keyboard too. */
import { editStrings as words } from '../../../components/fill/edit-strings.zh.ts';
import { applyEdits } from '../../../document/edits/apply-edits.ts';
import { type DocumentPlace, placesIn } from '../../../document/edits/document-places.ts';
import type { Edit } from '../../../document/edits/edit.ts';
import type { EditConflict, ResolvedEdits } from '../../../document/edits/resolve-edits.ts';
import { type Section, orderedSections, uppermostSections } from '../../../document/edits/sections.ts';
import { isPlaced } from '../../../document/walk.ts';
import type { EditProblem } from '../../../fill/edit-problems.ts';
import { make, makeButton } from '../dialog.ts';
import { refill } from '../refill.ts';
import { type TextDesk, isEditable } from './text-desk.ts';

/** Fills the panel anew; which sections are open and where the focus is stays. */
export function showTextPanel(
  panel: HTMLElement,
  desk: TextDesk,
  conflicts: readonly EditConflict[],
  problems: readonly EditProblem[],
): void {
  const resolved = desk.resolved();
  refill(panel, () => {
    panel.replaceChildren(
      make('p', 'intro', words.intro),
      changesList(desk, resolved, conflicts, problems),
      addRowButtons(desk, resolved),
      sectionsList(desk, resolved, openSections(panel)),
    );
  });
}

function openSections(panel: HTMLElement): ReadonlySet<string> {
  return new Set([...panel.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset['id'] ?? ''));
}

function keyed(button: HTMLButtonElement, key: string, label: string): HTMLButtonElement {
  button.dataset['key'] = key;
  button.setAttribute('aria-label', label);
  return button;
}

function excerpt(text: string): string {
  const plain = text.replaceAll('\\【', '【').replace(/\s+/g, ' ').trim();
  const characters = Array.from(plain === '' ? words.blank : plain);
  return characters.length > 36 ? `${characters.slice(0, 35).join('')}…` : characters.join('');
}

function changesList(
  desk: TextDesk,
  resolved: ResolvedEdits,
  conflicts: readonly EditConflict[],
  problems: readonly EditProblem[],
): HTMLElement {
  const title = make('h2', 'panel-title', words.changes(desk.edits.length));
  const rows = desk.edits.map((edit) => {
    const about = problems.filter((problem) => isAbout(problem, edit, desk, resolved));
    return changeRow(edit, desk, resolved, conflicts, about);
  });
  const list = make('ul', 'changes', ...rows);
  return make('section', '', title, list);
}

function changeRow(
  edit: Edit,
  desk: TextDesk,
  { texts, omitted }: ResolvedEdits,
  conflicts: readonly EditConflict[],
  problems: readonly EditProblem[],
): HTMLElement {
  const key = [...texts, ...omitted].find(([, other]) => other === edit)?.[0];
  const found = key === undefined ? undefined : desk.placeOf(key);
  const said = conflicts.find((conflict) => conflict.edit === edit);
  const what = make('div', 'what', make('span', 'name', titleOf(edit, desk, found)));
  const detail = detailOf(edit, found);
  if (detail !== '') what.append(make('span', 'hint', detail));
  if (said !== undefined) what.append(make('span', 'problem', conflictWords(said)));
  what.append(...problems.map(({ message }) => make('span', 'problem', message)));
  const does = make('div', 'does');
  const here = said?.reason === 'changed' ? republishedPlace(edit, desk) : undefined;
  const name = JSON.stringify(edit).slice(0, 80);
  if (here !== undefined && edit.kind !== 'row' && edit.kind !== 'order') {
    const use = makeButton(words.useAnyway, () => {
      desk.takeBack(edit);
      desk.make({ ...edit, at: here.address });
    });
    does.append(keyed(use, `use ${name}`, `${words.useAnyway}：${titleOf(edit, desk, found)} ${detail}`));
  }
  does.append(
    keyed(
      makeButton(words.takeBack, () => {
        desk.takeBack(edit);
      }),
      `back ${name}`,
      `${words.takeBack}：${titleOf(edit, desk, found)} ${detail}`,
    ),
  );
  return make('li', '', what, does);
}

/** Whether a finding is about what an edit has put there. */
function isAbout(problem: EditProblem, edit: Edit, desk: TextDesk, { texts }: ResolvedEdits): boolean {
  if (edit.kind === 'row') return problem.row === `+${edit.id}`;
  const cell = desk.cellAt(problem);
  return cell !== undefined && texts.get(cell.key) === edit;
}

/** What is published today where the words stood that the edit is of. */
function republishedPlace(edit: Edit, desk: TextDesk): DocumentPlace | undefined {
  if (edit.kind === 'row' || edit.kind === 'order') return undefined;
  const path = edit.at.slice(0, edit.at.lastIndexOf('#') + 1);
  return desk.places.find(({ address }) => address.startsWith(path));
}

function titleOf(edit: Edit, desk: TextDesk, place: DocumentPlace | undefined): string {
  switch (edit.kind) {
    case 'text':
      return words.changed(words.kinds[place?.kind ?? 'paragraph']);
    case 'omit':
      return place?.kind === 'heading' ? words.omittedSection : words.omitted(words.kinds[place?.kind ?? 'paragraph']);
    case 'row':
      return words.added(desk.tables.find(({ name }) => name === edit.table)?.caption ?? edit.table);
    case 'order':
      return words.ordered;
  }
}

function detailOf(edit: Edit, place: DocumentPlace | undefined): string {
  switch (edit.kind) {
    case 'text':
      return excerpt(edit.text);
    case 'omit':
      return excerpt(place?.text ?? '');
    case 'row':
      return excerpt(Object.values(edit.cells).filter(Boolean).join(' '));
    case 'order':
      return '';
  }
}

function conflictWords({ reason, published }: EditConflict): string {
  return reason === 'changed' ? words.conflict.changed(excerpt(published ?? '')) : words.conflict[reason];
}

/** A table that was left out takes no row; one that has lost its rows takes another. */
function addRowButtons(desk: TextDesk, { omitted }: ResolvedEdits): HTMLElement {
  const whole = [...omitted].filter(([key]) => desk.placeOf(key)?.kind !== 'row').map(([, edit]) => edit);
  const left = applyEdits(desk.document, desk.plan, whole).document;
  const buttons = desk.tables.map((table) => {
    const button = keyed(
      makeButton(table.caption, () => {
        desk.addRow(table);
      }),
      `add ${table.name}`,
      words.addTo(table.caption),
    );
    button.disabled = !isPlaced(left, table.name);
    if (button.disabled) button.title = words.tableGone;
    return button;
  });
  return make('section', 'add-row', make('h2', 'panel-title', words.addRow), make('p', 'buttons', ...buttons));
}

function sectionsList(desk: TextDesk, resolved: ResolvedEdits, open: ReadonlySet<string>): HTMLElement {
  const lead = desk.places.filter(({ key }) => key.startsWith('/') || key.startsWith('title/'));
  return make(
    'section',
    'sections',
    make('h2', 'panel-title', words.sections),
    make('p', 'hint', words.sectionsHint),
    make('ul', '', ...lead.map((place) => placeRow(place, desk, resolved))),
    sectionRows(uppermostSections(desk.document.blocks), '', desk, resolved, open),
  );
}

function sectionRows(
  published: readonly Section[],
  within: string,
  desk: TextDesk,
  resolved: ResolvedEdits,
  open: ReadonlySet<string>,
): HTMLElement {
  const ids = published.map(({ id }) => id);
  const ordered = orderedSections(published, resolved.orders.get(within), () => undefined);
  const rows = ordered.map((section, index) => {
    const move = (to: number): void => {
      const order = ordered.map(({ id }) => id);
      order.splice(index, 1);
      order.splice(to, 0, section.id);
      desk.order(within, order, ids, heading);
    };
    const heading = section.heading.id;
    const place = desk.placeOf(heading);
    const name = excerpt(resolved.texts.get(heading)?.text ?? place?.text ?? section.id);
    const gone = resolved.omitted.get(heading);
    const up = keyed(
      makeButton('↑', () => {
        move(index - 1);
      }),
      `up ${section.id}`,
      words.up(name),
    );
    const down = keyed(
      makeButton('↓', () => {
        move(index + 1);
      }),
      `down ${section.id}`,
      words.down(name),
    );
    up.disabled = index === 0;
    down.disabled = index === ordered.length - 1;
    const details = make('details', gone === undefined ? '' : 'gone');
    details.dataset['id'] = section.id;
    details.open = open.has(section.id) && gone === undefined;
    const body = make('ul');
    const fill = (): void => {
      if (body.childElementCount > 0) return;
      body.append(...placesBelow(section, desk).map((inner) => placeRow(inner, desk, resolved)));
    };
    if (details.open) fill();
    details.addEventListener('toggle', fill);
    details.append(make('summary', '', name), body);
    if (section.sections.length > 0) details.append(sectionRows(section.sections, section.id, desk, resolved, open));
    return make(
      'li',
      'section',
      details,
      make('div', 'does', up, down, ...(place ? [omitButton(place, name, gone, desk)] : [])),
    );
  });
  return make('ul', 'section-list', ...rows);
}

function omitButton(place: DocumentPlace, name: string, gone: Edit | undefined, desk: TextDesk): HTMLButtonElement {
  return gone === undefined
    ? keyed(
        makeButton(words.omit, () => {
          desk.omit(place);
        }),
        `omit ${place.key}`,
        words.omitNamed(name),
      )
    : keyed(
        makeButton(words.restore, () => {
          desk.takeBack(gone);
        }),
        `omit ${place.key}`,
        words.restoreNamed(name),
      );
}

/** The places below a heading, its subsections aside; of a table the rows and cells, not its head. */
function placesBelow({ heading, content }: Section, { document }: TextDesk): DocumentPlace[] {
  return [heading, ...content]
    .flatMap((block) => placesIn(block, document))
    .filter(({ address }) => !/\/h\/[^/]+$/.test(address));
}

function placeRow(place: DocumentPlace, desk: TextDesk, resolved: ResolvedEdits): HTMLElement {
  const { kind, key } = place;
  const edit = resolved.texts.get(key);
  const gone = resolved.omitted.get(key);
  const name = excerpt(edit?.text ?? place.text.replaceAll('\t', ' | '));
  const does = make('div', 'does');
  if (isEditable(kind) && gone === undefined) {
    does.append(
      keyed(
        makeButton(words.edit, () => {
          desk.open(place);
        }),
        `edit ${key}`,
        words.editNamed(name),
      ),
    );
  }
  const mayGo = kind !== 'cell' && kind !== 'heading';
  if (mayGo) does.append(omitButton(place, name, gone, desk));
  const text = make('span', 'name', name);
  const item = make('li', `block ${kind}`, text, does);
  item.classList.toggle('gone', gone !== undefined);
  item.classList.toggle('changed', edit !== undefined);
  return item;
}
