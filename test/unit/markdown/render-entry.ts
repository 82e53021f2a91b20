import { compile } from '@mdx-js/mdx';
import { toHtml } from 'hast-util-to-html';
import { fileURLToPath } from 'node:url';
import remarkFrontmatter from 'remark-frontmatter';
import type { Plugin } from 'unified';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import { documentOf } from '../../../src/document/document-of.ts';
import { fillDocument } from '../../../src/document/fill.ts';
import { nothingFilled } from '../../../src/document/filling.ts';
import { markdownOptions } from '../../../src/document/prose/markdown-options.ts';
import type { Prose } from '../../../src/document/prose/prose-blocks.ts';
import { DocumentHtml } from '../../../src/html/document-html.ts';
import type { Field } from '../../../src/model/field.ts';
import { toPlanFields } from '../../../src/model/plan.ts';
import { samplePlan } from '../components/sample-plan.ts';

/** Pictures are looked for beside it; it need not be there itself. */
const path = fileURLToPath(new URL('../../fixtures/site/content/plans/entry.mdx', import.meta.url));

/** The prose of an entry as the site compiles it, with the same list of plugins. */
async function compiledProse(source: string): Promise<Prose> {
  const frontmatter: unknown = parse(/^---\n([^]*?)\n---\n/.exec(source)?.[1] ?? '');
  const file = new VFile({
    value: source,
    path,
    data: { astro: { frontmatter: frontmatter as Record<string, unknown> } },
  });
  const remarkPlugins: Plugin[] = [remarkFrontmatter, ...markdownOptions.remarkPlugins] as Plugin[];
  await compile(file, { remarkPlugins });
  return file.data.astro?.frontmatter?.['prose'] as Prose;
}

/** Prose of a small plan with the fields of the entry's front matter, as HTML; blocks on lines of their own. */
export async function renderEntry(source: string): Promise<string> {
  const frontmatter = parse(/^---\n([^]*?)\n---\n/.exec(source)?.[1] ?? '') as { fields: Field[] } | null;
  const plan = { ...samplePlan(), fields: toPlanFields(frontmatter?.fields ?? []) };
  const document = fillDocument(documentOf(plan, await compiledProse(source)), nothingFilled);
  return new DocumentHtml(document)
    .text()
    .map((block) => toHtml(block))
    .join('\n');
}
