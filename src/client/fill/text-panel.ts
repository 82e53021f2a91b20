/** The panel beside the pages where the text is changed by list: all that can be done on the pages, by keyboard too. */
import { editStrings as words } from '../../components/edit-strings.zh.ts';
import type { DocumentBlock, ResolvedBlocks } from '../../fill/document-blocks.ts';
import { type DocumentSection, elementFlow } from '../../fill/document-sections.ts';
import { orderedSections } from '../../document/sections.ts';
import type { Edit } from '../../document/edit.ts';
import type { EditProblem } from '../../fill/edit-problems.ts';
import { removedWith } from '../../fill/removed-with.ts';
import type { EditConflict } from '../../document/resolve-edits.ts';
import { childElements } from '../../fill/block-text.ts';
import type { Element } from 'hast';
import { make, makeButton } from './dialog.ts';
import { refill } from './refill.ts';
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
  resolved: ResolvedBlocks,
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
  { texts, omitted }: ResolvedBlocks,
  conflicts: readonly EditConflict[],
  problems: readonly EditProblem[],
): HTMLElement {
  const found = [...texts, ...omitted].find(([, other]) => other === edit)?.[0];
  const said = conflicts.find((conflict) => conflict.edit === edit);
  const what = make('div', 'what', make('span', 'name', titleOf(edit, desk, found)));
  const detail = detailOf(edit, found);
  if (detail !== '') what.append(make('span', 'hint', detail));
  if (said !== undefined) what.append(make('span', 'problem', conflictWords(said)));
  what.append(...problems.map(({ message }) => make('span', 'problem', message)));
  const does = make('div', 'does');
  const here = said?.reason === 'changed' ? republishedBlock(edit, desk) : undefined;
  const key = JSON.stringify(edit).slice(0, 80);
  if (here !== undefined && edit.kind !== 'row' && edit.kind !== 'order') {
    const use = makeButton(words.useAnyway, () => {
      desk.takeBack(edit);
      desk.make({ ...edit, at: here.address });
    });
    does.append(keyed(use, `use ${key}`, `${words.useAnyway}：${titleOf(edit, desk, found)} ${detail}`));
  }
  does.append(
    keyed(
      makeButton(words.takeBack, () => {
        desk.takeBack(edit);
      }),
      `back ${key}`,
      `${words.takeBack}：${titleOf(edit, desk, found)} ${detail}`,
    ),
  );
  return make('li', '', what, does);
}

/** Whether a finding is about what an edit has put there. */
function isAbout(problem: EditProblem, edit: Edit, desk: TextDesk, { texts }: ResolvedBlocks): boolean {
  if (edit.kind === 'row') return problem.row === `+${edit.id}`;
  const cell = desk.cellAt(problem);
  return cell !== undefined && texts.get(cell) === edit;
}

/** The block that stands today where the edit's block stood. */
function republishedBlock(edit: Edit, desk: TextDesk): DocumentBlock | undefined {
  if (edit.kind === 'row' || edit.kind === 'order') return undefined;
  const path = edit.at.slice(0, edit.at.lastIndexOf('#') + 1);
  return desk.blocks.find(({ address }) => address.startsWith(path));
}

function titleOf(edit: Edit, desk: TextDesk, block: DocumentBlock | undefined): string {
  switch (edit.kind) {
    case 'text':
      return words.changed(words.kinds[block?.kind ?? 'paragraph']);
    case 'omit':
      return block?.kind === 'heading' ? words.omittedSection : words.omitted(words.kinds[block?.kind ?? 'paragraph']);
    case 'row':
      return words.added(desk.tables.find(({ name }) => name === edit.table)?.caption ?? edit.table);
    case 'order':
      return words.ordered;
  }
}

function detailOf(edit: Edit, block: DocumentBlock | undefined): string {
  switch (edit.kind) {
    case 'text':
      return excerpt(edit.text);
    case 'omit':
      return excerpt(block?.text ?? '');
    case 'row':
      return excerpt(Object.values(edit.cells).filter(Boolean).join(' '));
    case 'order':
      return '';
  }
}

function conflictWords({ reason, published }: EditConflict): string {
  return reason === 'changed' ? words.conflict.changed(excerpt(published ?? '')) : words.conflict[reason];
}

/** A table that was left out takes no row. */
function addRowButtons(desk: TextDesk, { omitted }: ResolvedBlocks): HTMLElement {
  const gone = removedWith(desk.article, new Set([...omitted.keys()].map(({ element }) => element)));
  const buttons = desk.tables.map((table) => {
    const button = keyed(
      makeButton(table.caption, () => {
        desk.addRow(table);
      }),
      `add ${table.name}`,
      words.addTo(table.caption),
    );
    button.disabled = gone.has(table.element);
    if (button.disabled) button.title = words.tableGone;
    return button;
  });
  return make('section', 'add-row', make('h2', 'panel-title', words.addRow), make('p', 'buttons', ...buttons));
}

/** Sections stand where the first headings are: in the article itself, or in what wraps it. */
function uppermost(element: Element): readonly DocumentSection[] {
  const flow = elementFlow(element.children);
  if (flow !== undefined) return flow.sections;
  for (const child of childElements(element)) {
    const sections = uppermost(child);
    if (sections.length > 0) return sections;
  }
  return [];
}

function sectionsList(desk: TextDesk, resolved: ResolvedBlocks, open: ReadonlySet<string>): HTMLElement {
  const lead = desk.blocks.filter(({ address }) => address.startsWith('/') || address.startsWith('title/'));
  return make(
    'section',
    'sections',
    make('h2', 'panel-title', words.sections),
    make('p', 'hint', words.sectionsHint),
    make('ul', '', ...lead.flatMap((block) => blockRow(block, desk, resolved))),
    sectionRows(uppermost(desk.article), '', desk, resolved, open),
  );
}

function sectionRows(
  published: readonly DocumentSection[],
  within: string,
  desk: TextDesk,
  resolved: ResolvedBlocks,
  open: ReadonlySet<string>,
): HTMLElement {
  const ids = published.map(({ id }) => id);
  const ordered = orderedSections(published, resolved.orders.get(within), () => undefined);
  const rows = ordered.map((section, index) => {
    const move = (to: number): void => {
      const order = ordered.map(({ id }) => id);
      order.splice(index, 1);
      order.splice(to, 0, section.id);
      desk.order(within, order, ids, section.heading);
    };
    const block = desk.blockOf(section.heading);
    const name = excerpt((block && resolved.texts.get(block)?.text) ?? block?.text ?? section.id);
    const gone = block && resolved.omitted.get(block);
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
      body.append(...blocksIn(section, desk).flatMap((inner) => blockRow(inner, desk, resolved)));
    };
    if (details.open) fill();
    details.addEventListener('toggle', fill);
    details.append(make('summary', '', name), body);
    if (section.sections.length > 0) details.append(sectionRows(section.sections, section.id, desk, resolved, open));
    return make(
      'li',
      'section',
      details,
      make('div', 'does', up, down, ...(block ? [omitButton(block, name, gone, desk)] : [])),
    );
  });
  return make('ul', 'section-list', ...rows);
}

function omitButton(block: DocumentBlock, name: string, gone: Edit | undefined, desk: TextDesk): HTMLButtonElement {
  return gone === undefined
    ? keyed(
        makeButton(words.omit, () => {
          desk.omit(block);
        }),
        `omit ${block.address}`,
        words.omitNamed(name),
      )
    : keyed(
        makeButton(words.restore, () => {
          desk.takeBack(gone);
        }),
        `omit ${block.address}`,
        words.restoreNamed(name),
      );
}

/** The blocks below a heading, its subsections aside; of a table the rows and cells, not its head. */
function blocksIn({ heading, content }: DocumentSection, desk: TextDesk): DocumentBlock[] {
  const within = new Set<Element>();
  const gather = (element: Element): void => {
    within.add(element);
    for (const child of childElements(element)) gather(child);
  };
  for (const node of [heading, ...content]) if (node.type === 'element') gather(node);
  return desk.blocks.filter(({ element, address }) => within.has(element) && !/\/h\/[^/]+$/.test(address));
}

function blockRow(block: DocumentBlock, desk: TextDesk, resolved: ResolvedBlocks): HTMLElement[] {
  const { kind, address } = block;
  const edit = resolved.texts.get(block);
  const gone = resolved.omitted.get(block);
  const name = excerpt(edit?.text ?? block.text.replaceAll('\t', ' | '));
  const does = make('div', 'does');
  if (isEditable(kind) && gone === undefined) {
    does.append(
      keyed(
        makeButton(words.edit, () => {
          desk.open(block);
        }),
        `edit ${address}`,
        words.editNamed(name),
      ),
    );
  }
  const mayGo = kind !== 'cell' && kind !== 'heading';
  if (mayGo) does.append(omitButton(block, name, gone, desk));
  const text = make('span', 'name', name);
  const item = make('li', `block ${kind}`, text, does);
  item.classList.toggle('gone', gone !== undefined);
  item.classList.toggle('changed', edit !== undefined);
  return [item];
}
