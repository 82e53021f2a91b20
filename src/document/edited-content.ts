import { parseTiming } from '../model/read-timing.ts';
import type { Plan } from '../model/plan.ts';
import { contentOf, inlinesIn, posts, tidied, timeContent } from './content.ts';
import { plainText } from './plain-text.ts';
import type { Block, Content, Inline } from './schema.ts';
import { everyInline } from './walk.ts';

/**
 * A writer's words as content: blanks, line breaks, and the footnotes that the block has had. Everything else is text. The
 * other way round from `editedWords`.
 */
export function editedContent(text: string, notes: ReadonlySet<string> = new Set(), unit?: 'without'): Inline[] {
  const content = plainText(text)
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index === 0 ? [] : [{ kind: 'break' as const }]),
      ...line.split(/(\[\^[^\]\s]+\])/u).flatMap((piece): Inline[] => {
        const id = /^\[\^(.+)\]$/u.exec(piece)?.[1];
        return id !== undefined && notes.has(id) ? [{ kind: 'footnote', id }] : contentOf(piece, unit);
      }),
    ]);
  return tidied(content);
}

/** A writer's words as paragraphs: where there is an empty line, a new one begins. At least one, even if it is empty. */
export function paragraphsOf(text: string): string[] {
  const paragraphs = plainText(text)
    .split(/\n\s*\n/)
    .map((words) => words.trim())
    .filter((words) => words !== '');
  return paragraphs.length > 0 ? paragraphs : [''];
}

/** Columns that name posts. */
const postColumns = new Set(['owner', 'with', 'by', 'to']);
/** Columns whose unit stands in a column of its own, or in the head. */
const figureColumns = new Set(['baseline', 'target', 'amount']);

/** What a writer put into a cell of one of the plan's tables: posts are posts and times are times there, too. */
export function editedCell(column: string, text: string, { roles }: Plan): Inline[] {
  const timing = column === 'time' ? parseTiming(text) : undefined;
  if (timing !== undefined) return timeContent(timing);
  const names = plainText(text).split('、');
  if (postColumns.has(column) && names.every((name) => roles.some((role) => role.name === name)))
    return posts(...names);
  return editedContent(text, new Set(), figureColumns.has(column) ? 'without' : undefined);
}

/** Ids of the notes that content refers to. */
export function notesIn(content: Content): Set<string> {
  return new Set([...inlinesIn(content)].flatMap((inline) => (inline.kind === 'footnote' ? [inline.id] : [])));
}

export function notesInBlocks(blocks: readonly Block[]): Set<string> {
  return notesIn([...everyInline(blocks)]);
}
