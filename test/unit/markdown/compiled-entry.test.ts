import { compile } from '@mdx-js/mdx';
import remarkFrontmatter from 'remark-frontmatter';
import type { Plugin } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { markdownOptions } from '../../../src/document/prose/markdown-options.ts';
import { projectRoot } from '../check/fixtures.ts';

test('a compiled entry holds the blocks of its prose as data, and makes no element', async () => {
  const file = new VFile({
    value: '\n## 目标\n\n提高<b>满意度</b>。\n\n<Kpis />\n',
    path: `${projectRoot}/test/fixtures/site/content/plans/plan.mdx`,
    data: { astro: { frontmatter: { title: '题', risks: [] } } },
  });
  const remarkPlugins = [remarkFrontmatter, ...markdownOptions.remarkPlugins] as Plugin[];
  const code = String(await compile(file, { remarkPlugins }));
  expect(code).not.toMatch(/_jsxs?\(_components|满意度/);
  const { frontmatter } = file.data.astro ?? {};
  expect(Object.keys(frontmatter ?? {})).toEqual(['prose']);
  expect(JSON.stringify(frontmatter)).toMatch(/"heading".*满意度.*"part":"kpis"/);
});
