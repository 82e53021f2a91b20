import type { UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import { proseHtml, proseSyntax, proseTransforms } from './profile.ts';
import { rehypeDropFrontMatter } from './rehype-drop-front-matter.ts';
import { rehypeFigures } from './rehype-figures.ts';
import { rehypeSiteLinks } from './rehype-site-links.ts';
import { rehypeTableColumns } from './rehype-table-columns.ts';
import { rehypeTableScope } from './rehype-table-scope.ts';
import { remarkBlanks } from './remark-blanks.ts';
import { remarkHeadingNumbers } from './remark-heading-numbers.ts';
import { remarkPlanComponents } from './remark-plan-components.ts';
import { remarkRefuseActive } from './remark-refuse-active.ts';
import { remarkWithinLimits } from './remark-within-limits.ts';

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
