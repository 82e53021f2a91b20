import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import { remarkAsciiLinks } from './remark-ascii-links.ts';
import { remarkComparisons } from './remark-comparisons.ts';
import { remarkJoinedLines } from './remark-joined-lines.ts';
import { remarkPlainStart } from './remark-plain-start.ts';

const oneTilde = { singleTilde: false };

/**
 * The Markdown of plans is GitHub's, as Chinese prose is written. How the text is read, for the site and for the check alike:
 *
 * - `~` is a character, as in 1~3 天; two of them strike out.
 * - `**` and `~~` work beside Chinese punctuation.
 * - A bare address ends before the first character that is not ASCII.
 */
export const proseSyntax = [
  [remarkGfm, oneTilde] satisfies [unknown, unknown],
  remarkCjkFriendly,
  [remarkCjkFriendlyStrikethrough, oneTilde] satisfies [unknown, unknown],
  remarkAsciiLinks,
];

/**
 * What becomes of the text that was read:
 *
 * - `>` before a figure at the start of a list item is a character.
 * - Spaces that a paragraph was indented with by hand go.
 * - A line break between Chinese characters leaves no space.
 */
export const proseTransforms = [remarkComparisons, remarkPlainStart, remarkJoinedLines];
