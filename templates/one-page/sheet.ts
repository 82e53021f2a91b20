import type { Element, ElementContent } from 'hast';
import { kpiTable, riskTable, taskTable } from '../../src/components/plan-tables.ts';
import { withTimeline } from '../../src/components/task-timeline.ts';
import { roleLabel } from '../../src/document/role-label.ts';
import { inlineContent } from '../../src/markdown/blank-element.ts';
import { h } from '../../src/model/element.ts';
import type { Plan } from '../../src/model/plan.ts';
import { titleBlock } from '../meeting/title-block.ts';
import { words } from './strings.zh.ts';
import { idsIn, isDeadLink } from '../../src/fill/anchors.ts';
import { footnoteOf } from '../../src/fill/block-text.ts';

/**
 * Everything that the page may show, whole; `fit` of the template says how it gives way.
 * @param goals what the prose says of the goals
 * @param absent what the page does not show
 */
export function sheet(plan: Plan, goals: readonly Element[], absent: readonly Element[]): Element[] {
  const risks = riskTable(plan);
  return linkedWithin([
    titleBlock(plan),
    // Before any heading: no part of a section, which would not be empty then when a writer leaves out all of it.
    ...absent,
    heading('goals', words.goals),
    ...(goals.length === 0 ? [] : [fitList('div', 'goals', [...goals])]),
    listed(kpiTable(plan), 'kpis'),
    heading('tasks', words.tasks),
    listed(withTimeline(taskTable(plan), plan), 'tasks'),
    heading('roles', words.roles),
    roleList(plan),
    ...(risks === undefined ? [] : [heading('risks', words.risks), listed(risks, 'risks')]),
    // The fitting writes into it what the page leaves out.
    h('p', { className: ['left-out'], dataLeftOut: '', hidden: true }),
  ]);
}

function heading(id: string, text: string): Element {
  return h('h2', { id }, text);
}

/** Marks a table as one that may be shortened. The heading above says what its caption does. */
function listed(table: Element, name: string): Element {
  const children = table.children.filter((child) => child.type !== 'element' || child.tagName !== 'caption');
  return { ...table, properties: { ...table.properties, dataFitList: name }, children };
}

function fitList(tagName: string, name: string, children: ElementContent[]): Element {
  return h(tagName, { className: [name], dataFitList: name }, children);
}

/** Posts with their people, each with its duty behind it. */
function roleList(plan: Plan): Element {
  const items = plan.roles.map(({ name, duty }) =>
    h('li', [
      h('strong', roleLabel(name)),
      ...(duty === undefined ? [] : [h('span', { className: ['col-duty'] }, inlineContent(duty, plan.fields))]),
    ]),
  );
  return h('ul', { className: ['roles'], role: 'list', dataFitList: 'roles' }, items);
}

/**
 * The page with links only to what stands on it: words that link to another place of the text are plain, and a reference
 * to a note keeps its name, by which a writer's changes find its block, without an address.
 */
function linkedWithin(page: readonly Element[]): Element[] {
  const shown = page.filter(({ properties }) => properties['dataAbsent'] === undefined);
  const ids = new Set(shown.flatMap((element) => [...idsIn(element)]));
  return page.map((element) => ({ ...element, children: element.children.flatMap((child) => linked(child, ids)) }));
}

function linked(node: ElementContent, ids: ReadonlySet<string>): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap((child) => linked(child, ids));
  if (node.tagName !== 'a' || !isDeadLink(node, ids)) return [{ ...node, children }];
  const footnote = footnoteOf(node);
  return footnote === undefined ? children : [{ ...node, properties: { dataFootnoteRef: footnote }, children }];
}
