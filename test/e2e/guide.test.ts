import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/check/catalogue.ts';
import { planJsonSchema } from '../../src/check/data/schema-description.ts';
import { newEntryText } from '../../src/cli/new/new-entry.ts';
import { planComponents } from '../../src/markdown/plan-components.ts';
import { fieldKinds } from '../../src/model/field.ts';
import { withClass } from './filled-plan.ts';
import type { FixtureSite } from './fixture-site.ts';
import { sharedSite } from './shared-sites.ts';

let site: FixtureSite;
let guide: Root;
const byId = new Map<string, Element>();
const ids: string[] = [];

beforeAll(async () => {
  site = await sharedSite('collection');
  guide = fromHtml(await readFile(join(site.dist, 'guide/index.html'), 'utf8'));
  visit(guide, 'element', (element) => {
    const { id } = element.properties;
    if (typeof id !== 'string') return;
    ids.push(id);
    byId.set(id, element);
  });
});

function elementOf(id: string): Element {
  const element = byId.get(id);
  if (element === undefined) throw new Error(`the guide has no #${id}`);
  return element;
}

function countOf(tree: Element, ...names: string[]): number {
  let count = 0;
  visit(tree, 'element', ({ tagName }) => {
    if (names.includes(tagName)) count += 1;
  });
  return count;
}

describe('the guide', () => {
  test.each(Object.entries(catalogue))(
    'has the rule %s with its reason',
    (code, { severity, title, why, optional }) => {
      const words = toString(elementOf(`rule-${code}`));
      expect(words).toContain(title);
      expect(words).toContain(why);
      expect(words).toContain(severity === 'error' ? '错误' : '警告');
      expect(words).toContain(optional ? '可以关' : '不能关');
    },
  );

  test.each(fieldKinds)('shows a field of kind %s, its source, as a blank and filled', (kind) => {
    const block = elementOf(`kind-${kind}`);
    const [source] = sourcesIn(block);
    expect(source).toContain(`kind: ${kind}`);
    const [blank] = withClass(block, 'blank');
    const [filled] = withClass(block, 'filled');
    expect(blank && toString(blank)).toBe(/label: (.+)/.exec(source ?? '')?.[1]);
    expect(filled && toString(filled)).not.toBe('');
  });

  test.each(planComponents)('shows <%s /> from a plan, filled', (name) => {
    const block = elementOf(`component-${name}`);
    expect(sourcesIn(block).at(-1)).toContain(`<${name} />`);
    const [result] = withClass(block, 'sample-result');
    expect(result && countOf(result, 'table', 'svg', 'dl')).toBeGreaterThan(0);
    expect(withClass(block, 'blank')).toEqual([]);
    expect(withClass(block, 'filled').length + countOf(block, 'svg', 'table')).toBeGreaterThan(0);
  });

  test('has every id once, and every link within the page lands', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const broken: string[] = [];
    visit(guide, 'element', ({ properties: { href } }) => {
      if (typeof href === 'string' && href.startsWith('#') && !byId.has(href.slice(1))) broken.push(href);
    });
    expect(broken).toEqual([]);
  });

  test('is linked from the shelf and from a plan', async () => {
    for (const page of ['index.html', 'plans/hospital-training-and-follow-up/index.html'])
      expect(await readFile(join(site.dist, page), 'utf8')).toContain('href="/guide/"');
  });
});

describe('the schema comment', () => {
  const comment = /^# yaml-language-server: \$schema=(\S+)$/m;

  test('leads from every entry to the schema that the build wrote', async () => {
    const files = (await readdir(join(site.root, 'content/plans'))).map((name) => join('content/plans', name));
    expect(files.length).toBe(21);
    const schemas = new Set<string>();
    for (const file of files) {
      const reference = comment.exec(await readFile(join(site.root, file), 'utf8'))?.[1] ?? '';
      schemas.add(resolve(site.root, dirname(file), reference));
    }
    const fresh = comment.exec(newEntryText({ title: '甲', industry: 'property', updated: '2026-11-20' }))?.[1] ?? '';
    schemas.add(resolve(site.root, 'content/plans', fresh));
    expect(schemas.size).toBe(1);
    for (const schema of schemas) {
      expect(JSON.parse(await readFile(schema, 'utf8'))).toEqual(JSON.parse(JSON.stringify(planJsonSchema())));
    }
  });
});

function sourcesIn(block: Element): string[] {
  const sources: string[] = [];
  visit(block, 'element', (element) => {
    if (element.tagName === 'pre') sources.push(toString(element));
  });
  return sources;
}
