import type { UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import type { Processor } from 'unified';
import { proseSyntax, proseTransforms } from '../../markdown/profile.ts';
import { isTooDeep, proseLimitFault } from '../../markdown/prose-limits.ts';
import { remarkRefuseActive } from '../../markdown/remark-refuse-active.ts';
import { remarkProse } from './remark-prose.ts';

/**
 * Refuses prose before it is parsed that would take the parser minutes; see `proseLimitFault`. It comes before the plugins
 * that add syntax.
 */
function remarkWithinLimits(this: Processor): void {
  const { parser: parse } = this;
  if (parse === undefined) throw new Error('remark-parse comes first');
  this.parser = (document, file) => {
    const fault = proseLimitFault(document);
    if (fault !== undefined) file.fail(`${fault.what}。${fault.fix}`, { line: fault.line, column: fault.column });
    const tree = parse(document, file);
    if (isTooDeep(tree)) file.fail('正文里的标记层次太深。');
    return tree;
  };
}

/**
 * The Markdown of plans, in order: limits and syntax first, then what is refused, then what becomes of the text, then its blocks.
 * Astro's own GFM and typographic quotes are off: Chinese quotes are typed, not guessed.
 */
export const markdownOptions = {
  gfm: false,
  smartypants: false,
  remarkPlugins: [remarkWithinLimits, ...proseSyntax, remarkRefuseActive, ...proseTransforms, remarkProse],
} satisfies UnifiedProcessorOptions;
