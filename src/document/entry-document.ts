import type { Root } from 'mdast';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parseProse } from '../markdown/parse-prose.ts';
import { proseTransforms } from '../markdown/profile.ts';
import { remarkUnravelled } from '../markdown/remark-unravelled.ts';
import type { Plan } from '../model/plan.ts';
import { documentOf } from './document-of.ts';
import { partsOf, proseOf } from './prose/prose-blocks.ts';
import type { PlanDocument } from './schema.ts';

const transforms = unified().use(remarkUnravelled).use(proseTransforms).freeze();

/**
 * The document of a plan's entry.
 * @param text the whole entry, front matter included
 * @throws {Error} if its prose cannot be read; `check` says what is wrong
 */
export function entryDocument(plan: Plan, text: string): PlanDocument {
  const prose = parseProse(text);
  if (!('children' in prose)) {
    const { position } = prose;
    const place = position.kind === 'point' ? `第 ${position.line} 行第 ${position.column} 列` : '';
    throw new Error(`${plan.slug} 的正文${place}读不出来。运行 npm run plan -- check 看哪里要改。`);
  }
  return documentOf(plan, proseOf(transforms.runSync(prose, new VFile(text)) as Root, partsOf(plan)));
}
