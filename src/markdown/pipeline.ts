import type { UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { proseHtml, proseSyntax, proseTransforms } from './profile.ts';
import { rehypeFigures } from './rehype-figures.ts';
import { rehypeSiteLinks } from './rehype-site-links.ts';
import { rehypeTableColumns, rehypeTableScope } from './rehype-tables.ts';
import { remarkBlanks } from './remark-blanks.ts';
import { remarkHeadingNumbers } from './remark-heading-numbers.ts';
import { remarkPlanComponents } from './remark-plan-components.ts';
import { remarkRefuseActive } from './remark-refuse-active.ts';
import { isTooDeep, proseLimitFault } from './prose-limits.ts';

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
 * Takes the front matter from an entry once its blanks are made. Astro writes what is left of it into the compiled entry,
 * where it would be most of the code; pages have the data from the collection.
 */
function rehypeDropFrontMatter() {
  return (_tree: Root, file: VFile): void => {
    file.data.astro = { ...file.data.astro, frontmatter: {} };
  };
}

/**
 * The Markdown of plans, in order: limits and syntax first, then what is refused, then headings (whose ids are made of their text, in which blanks are still
 * words), then blanks, then components. Astro's own GFM and typographic quotes are off: Chinese quotes are typed, not guessed.
 */
export const markdownOptions = {
  gfm: false,
  smartypants: false,
  remarkPlugins: [
    remarkWithinLimits,
    ...proseSyntax,
    remarkRefuseActive,
    ...proseTransforms,
    remarkHeadingNumbers,
    remarkBlanks,
    remarkPlanComponents,
  ],
  rehypePlugins: [...proseHtml, rehypeFigures, rehypeTableScope, rehypeTableColumns, rehypeDropFrontMatter],
  remarkRehype: { footnoteLabel: '注释', footnoteBackLabel: '返回正文', footnoteBackContent: '↑' },
} satisfies UnifiedProcessorOptions;

/** The same for a site below a base path. */
export function markdownUnder(base: string): UnifiedProcessorOptions {
  const { rehypePlugins } = markdownOptions;
  return { ...markdownOptions, rehypePlugins: [...rehypePlugins, [rehypeSiteLinks, { base }]] };
}
