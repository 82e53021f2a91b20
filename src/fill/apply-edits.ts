import type { Element, ElementContent } from 'hast';
import type { Plan } from '../model/plan.ts';
import { hasClass, isBlock } from './block-text.ts';
import type { Changes } from './changes.ts';
import { counterparts } from './counterparts.ts';
import { type DocumentSection, elementFlow } from './document-sections.ts';
import { orderedSections } from '../document/sections.ts';
import type { Edit } from '../document/edit.ts';
import { paragraphsOf } from '../document/edit-text.ts';
import { editedContent, footnotesIn } from './edited-content.ts';
import { editedTable } from './edited-table.ts';
import { repaired } from './repaired.ts';
import { cellContent } from './plan-rows.ts';
import { removedWith, isSameHeading, withoutEmptied } from './removed-with.ts';
import { type BlockFinder, type ResolvedBlocks, blockFinder } from './document-blocks.ts';
import { type EditConflict, resolveEdits } from '../document/resolve-edits.ts';
import { inPart, wordsForPart } from './shown-in-part.ts';
import { planTableName } from './table-columns.ts';

/** A document with a writer's edits made, and those that could not be. */
export interface EditedDocument {
  readonly article: Element;
  readonly conflicts: readonly EditConflict[];
}

/**
 * A copy of a print document's article (its `main.print-document`) with a draft's edits made. What was changed or added
 * carries `data-edited`, the rows of the plan's tables `data-row` with the index in the plan's data or +id. Headings,
 * ordinals and footnotes are numbered anew, links to what was left out become text.
 *
 * @param whole the article that holds the plan's whole text, which the edits are of. Another template shows them as far
 *   as it shows the text; what it does not show is no conflict.
 */
export function applyEdits(
  article: Element,
  plan: Plan,
  edits: readonly Edit[],
  whole: Element = article,
): EditedDocument {
  if (edits.length === 0 && whole !== article) return { article, conflicts: [] };
  const find = blockFinder(whole);
  const resolved = resolveEdits(edits, find);
  const found: EditConflict[] = [...resolved.conflicts];
  const changes: Changes = {
    ...(edits.length === 0 ? unchanged : changesOf(article, whole, resolved, find)),
    plan,
    edits: new Map([...resolved.texts, ...resolved.omitted].map(([{ element }, edit]) => [element, edit])),
    orders: resolved.orders,
    rows: resolved.rows,
    conflict: (conflict) => found.push(conflict),
  };
  const seen = new Set<string>();
  const edited = { ...article, children: flow(article, changes, seen) };
  if (whole !== article) return { article: repaired(withoutEmptied(edited, article, whole)), conflicts: [] };
  for (const [within, edit] of resolved.orders) if (!seen.has(within)) found.push({ edit, reason: 'missing' });
  for (const edit of resolved.rows) {
    if (hasTable(edited, edit.table)) continue;
    found.push({ edit, reason: hasTable(article, edit.table) ? 'omitted' : 'missing' });
  }
  return { article: edits.length === 0 ? edited : repaired(edited), conflicts: found };
}

type ChangesOfText = Pick<Changes, 'texts' | 'omitted' | 'find'>;

/** Most documents are filled without any edit, with every key: nothing has to be looked for. */
const unchanged: ChangesOfText = { texts: new Map(), omitted: new Set(), find: () => undefined };

/** The edits of the whole text, by the elements of an article that show it. */
function changesOf(
  article: Element,
  whole: Element,
  { texts, omitted }: ResolvedBlocks,
  find: BlockFinder,
): ChangesOfText {
  const gone = removedWith(whole, new Set([...omitted.keys()].map(({ element }) => element)));
  const shown = [...counterparts(article, whole)];
  return {
    texts: new Map(
      shown.flatMap(([element, block]) => {
        const edit = texts.get(block);
        return edit === undefined ? [] : [[element, wordsForPart(edit.text, block.element, element)] as const];
      }),
    ),
    omitted: new Set(
      shown.flatMap(([element, block]) =>
        gone.has(block.element) && (block.kind !== 'heading' || isSameHeading(element, block.element)) ? [element] : [],
      ),
    ),
    find: (address) => {
      const block = find(address);
      return 'block' in block ? shown.find(([, other]) => other === block.block)?.[0] : undefined;
    },
  };
}

function hasTable(element: Element, name: string): boolean {
  return (
    planTableName(element) === name ||
    element.children.some((child) => child.type === 'element' && hasTable(child, name))
  );
}

/** Children of a parent that may hold sections, in the writer's order; `seen` gathers whose sections were ordered. */
function flow(parent: Element, changes: Changes, seen: Set<string>): ElementContent[] {
  const nodes = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child) => edited(child, changes, seen));
  const sorted = elementFlow(parent.children);
  if (sorted === undefined) return nodes(parent.children);
  const inOrder = (within: string, sections: readonly DocumentSection[]): ElementContent[] => {
    seen.add(within);
    return orderedSections(sections, changes.orders.get(within), changes.conflict)
      .filter(({ heading }) => !changes.omitted.has(heading))
      .flatMap(({ id, heading, content, sections: below }) => [...nodes([heading, ...content]), ...inOrder(id, below)]);
  };
  return [...nodes(sorted.lead), ...inOrder('', sorted.sections), ...nodes(sorted.end)];
}

function edited(node: ElementContent, changes: Changes, seen: Set<string>): ElementContent[] {
  if (node.type !== 'element') return [node];
  if (changes.omitted.has(node)) return [];
  if (node.tagName === 'table')
    return editedTable(node, changes, (cell, text, column) => editedWords(cell, text, changes, seen, { column }));
  const text = changes.texts.get(node);
  if (text !== undefined) return dividedWords(node, text, changes, seen);
  // The head of the footnotes is no section that could change places.
  if (node.properties['dataFootnotes'] !== undefined) return [node];
  const children = flow(node, changes, seen);
  return children.length === 0 && node.children.length > 0 ? [] : [{ ...node, children }];
}

/**
 * A paragraph or list item with other words; where they are several, each is a paragraph or item of its own. What is
 * nested in an item stays with the last one, the id with the first.
 */
function dividedWords(element: Element, text: string, changes: Changes, seen: Set<string>): Element[] {
  const parts = element.tagName === 'p' || element.tagName === 'li' ? paragraphsOf(text) : [text];
  return parts.map((part, index) => {
    const nested = index === parts.length - 1 ? element.children : element.children.filter((child) => !isNested(child));
    const { id, ...others } = element.properties;
    const properties = index === 0 && id !== undefined ? { id, ...others } : others;
    return editedWords({ ...element, properties, children: nested }, part, changes, seen, {
      footnotes: footnotesIn(element),
    });
  });
}

function isNested(child: ElementContent): boolean {
  return child.type === 'element' && isBlock(child);
}

/** A block with other words; number and check box stay, what is nested in it has edits of its own. */
function editedWords(
  element: Element,
  text: string,
  changes: Changes,
  seen: Set<string>,
  {
    column,
    footnotes = footnotesIn(element),
  }: { column?: string | undefined; footnotes?: ReadonlyMap<string, Element> } = {},
): Element {
  const { plan } = changes;
  const { children } = element;
  const before = children.filter(
    (child) => child.type === 'element' && (hasClass(child, 'heading-number') || child.tagName === 'input'),
  );
  const nested = children.flatMap((child) => (isNested(child) ? edited(child, changes, seen) : []));
  const words =
    column === undefined ? editedContent(text, plan.fields, footnotes) : cellContent(column, text, plan, footnotes);
  const properties = { ...element.properties, dataEdited: '' };
  return inPart({ ...element, properties, children: [...before, ...words, ...nested] });
}
