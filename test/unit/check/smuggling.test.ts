import { compile } from '@mdx-js/mdx';
import { fromHtml } from 'hast-util-from-html';
import remarkFrontmatter from 'remark-frontmatter';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEntries } from '../../../src/check/check-entries.ts';
import { markdownOptions } from '../../../src/document/prose/markdown-options.ts';
import { pictureAt } from '../../../src/markdown/picture-file.ts';
import { smuggledProse } from '../smuggled.ts';
import { renderEntry } from '../markdown/render-entry.ts';
import { entryFile, plainContext, validEntry } from './base-entry.ts';
import { projectRoot } from './fixtures.ts';

/** Of a shelf with pictures that are none. */
const root = join(projectRoot, 'test/fixtures/site');
const context = {
  ...plainContext,
  picture: (entry: string, address: string) => pictureAt(root, join(root, entry), address),
};

/** What the check says of a plan with this in its prose; `mdx-syntax` is what the compiler refuses by itself. */
function refusals(prose: string): string[] {
  const text = validEntry.replace('## 措施', `${prose}\n\n## 措施`);
  const problems = checkEntries([entryFile(text, 'content/plans/plan.mdx')], context);
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

/** Compiles without running it, with the plugins of the site. */
async function compiled(prose: string): Promise<string> {
  const path = join(root, 'content/plans/plan.mdx');
  const file = new VFile({ value: prose, path, data: { astro: { frontmatter: {} } } });
  const remarkPlugins: Plugin[] = [remarkFrontmatter, ...markdownOptions.remarkPlugins] as Plugin[];
  return String(await compile(file, { remarkPlugins }));
}

const names = [...smuggledProse.keys()];

test('there are enough attempts', () => {
  expect(names.length).toBeGreaterThan(150);
});

test.each(names)('%s', async (name) => {
  const prose = smuggledProse.get(name) ?? '';
  const found = refusals(prose);
  if (!name.startsWith('text-')) {
    // The check refuses it, and so does the compiler by itself.
    expect(found).not.toEqual([]);
    await expect(compiled(prose)).rejects.toThrow();
    return;
  }
  expect(await compiled(prose)).not.toMatch(/\bimport\(|^import (?!\{)/m);
  const html = await renderEntry(`---\nfields: []\n---\n\n${prose}\n`);
  const active: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
    if (/^(?:script|style|iframe|object|embed|base|meta|link|form|svg|math)$/.test(tagName)) active.push(tagName);
    for (const [property, value] of Object.entries(properties)) {
      if (/^on|^style$|^srcdoc$/i.test(property)) active.push(property);
      if (/^\s*(?:javascript|vbscript|data):/i.test(String(value))) active.push(String(value));
    }
  });
  expect(active).toEqual([]);
});
