import type { Element, ElementContent } from 'hast';
import type { Block } from '../../src/document/schema.ts';
import { DocumentHtml } from '../../src/html/document-html.ts';
import { type Layout, paper } from '../../src/html/layout.ts';
import { withTimeline } from '../../src/html/task-timeline.ts';
import { h } from '../../src/model/element.ts';
import { titleBlock } from '../meeting/title-block.ts';
import { absentParts } from './absent.ts';
import { goalsOf } from './goals.ts';
import { linkedWithin } from './linked-within.ts';
import { words } from './strings.zh.ts';
import { template } from './template.ts';

/** Everything that the page may show, whole; `fit` of the template says how it gives way. */
export const layout: Layout = (document, options) => {
  const html = new DocumentHtml(document, options);
  const { tables, roles } = document;
  const page = [
    titleBlock(html),
    // Before any heading: no part of a section, which would not be empty then when a writer leaves out all of it.
    ...absentParts(html),
    ...section('goals', words.goals, [...goals(html, goalsOf(document)), ...listed('kpis', html.table('kpis'))]),
    ...section(
      'tasks',
      words.tasks,
      listed(
        'tasks',
        html.table('tasks').map((table) => withTimeline(table, document)),
      ),
    ),
    ...section('roles', words.roles, roles.length === 0 ? [] : [roleList(html)]),
    ...(tables.risks === undefined ? [] : section('risks', words.risks, listed('risks', html.table('risks')))),
    // The fitting writes into it what the page leaves out.
    h('p', { className: ['left-out'], dataLeftOut: '', hidden: true }),
  ];
  return paper(document, template, [...linkedWithin(page)]);
};

/** A heading goes with the last of what stands below it. */
function section(id: string, title: string, content: readonly Element[]): Element[] {
  return content.length === 0 ? [] : [h('h2', { id }, title), ...content];
}

function goals(html: DocumentHtml, blocks: readonly Block[]): Element[] {
  return blocks.length === 0 ? [] : [fitList('div', 'goals', html.blocks(blocks))];
}

/** Marks tables as such that may be shortened. The heading above says what their caption does. */
function listed(name: string, tables: readonly Element[]): Element[] {
  return tables.map((table) => ({
    ...table,
    properties: { ...table.properties, dataFitList: name },
    children: table.children.filter((child) => child.type !== 'element' || child.tagName !== 'caption'),
  }));
}

function fitList(tagName: string, name: string, children: readonly ElementContent[]): Element {
  return h(tagName, { className: [name], dataFitList: name }, children);
}

/** Posts with their people, each with its duty behind it. */
function roleList(html: DocumentHtml): Element {
  const items = html.document.roles.map(({ term, content }) =>
    h('li', [
      h('strong', html.inline(term)),
      ...(content.length === 0 ? [] : [h('span', { className: ['col-duty'] }, html.inline(content))]),
    ]),
  );
  return h('ul', { className: ['roles'], role: 'list', dataFitList: 'roles' }, items);
}
