import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';
import { parse } from 'yaml';
import { type Manuscript, manuscriptOf } from '../../src/export/manuscript.ts';
import { runningTitle } from '../../src/document/running-title.ts';
import { documentSchema } from '../../src/document/schema.ts';
import { fillPlan } from '../../src/fill/fill-plan.ts';
import { newDraft } from '../../src/fill/draft.ts';
import { withArticle } from '../../src/html/print-article.ts';
import { exampleValues, resolveValues } from '../../src/model/compute.ts';
import { type Plan, planSchema, toPlan } from '../../src/model/plan.ts';
import { slugOf } from '../../src/model/slug.ts';
import type { Value } from '../../src/model/value.ts';
import { layout } from '../../templates/meeting/layout.ts';

/** A plan and its print document, filled with the examples that its fields give. */
export interface FilledPlan {
  readonly plan: Plan;
  /** Values by field name: examples, defaults, and what follows from them. */
  readonly values: ReadonlyMap<string, Value>;
  readonly document: Root;
  /** The document's words, without scripts, styles and chart. */
  readonly text: string;
  /** Its article. */
  readonly article: Element;
  /** What files are written from. */
  readonly manuscript: Manuscript;
}

/** Reads an entry, by its file name, and its print document from a built site. */
export async function fillWithExamples(plans: string, file: string, dist: string): Promise<FilledPlan> {
  const source = await readFile(join(plans, file), 'utf8');
  const plan = toPlan(slugOf(file), planSchema.parse(parse(/^---\n([^]*?)\n---\n/.exec(source)?.[1] ?? '')));
  const html = await readFile(join(dist, 'print', plan.slug, 'meeting/index.html'), 'utf8');
  const given = exampleValues(plan.fields);
  const draft = newDraft(plan.slug, { updated: `${plan.updated}T00:00:00.000Z`, values: given });
  const json = await readFile(join(dist, 'plans', plan.slug, 'document.json'), 'utf8');
  const filled = fillPlan(documentSchema.parse(JSON.parse(json)), plan, draft);
  const manuscript = manuscriptOf(filled, draft, '计划书架');
  const article = layout(filled.document);
  const document = withArticle(fromHtml(html), article, runningTitle(filled.document));
  return {
    article,
    plan,
    values: resolveValues(plan.fields, given),
    document,
    text: textOf(document),
    manuscript,
  };
}

/** Elements of a document that carry a class. */
export function withClass(tree: Nodes, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    const classes = element.properties['className'];
    if (Array.isArray(classes) && classes.includes(name)) found.push(element);
  });
  return found;
}

const unread = new Set(['script', 'style', 'svg', 'title', 'template']);
const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'li', 'tr', 'td', 'th', 'caption', 'div', 'dt', 'dd']);

function textOf(tree: Root): string {
  let text = '';
  visit(tree, (node) => {
    if (node.type === 'element' && unread.has(node.tagName)) return SKIP;
    if (node.type === 'element' && blocks.has(node.tagName)) text += '\n';
    if (node.type === 'text') text += node.value;
    return undefined;
  });
  return text;
}
