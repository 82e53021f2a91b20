import type { Plan } from '../../model/plan.ts';
import { contentOf, inlinesIn, roleList, tidied, timeContent } from '../content.ts';
import { isFigureColumn, typedCell } from './edit-text.ts';
import { plainText } from './plain-text.ts';
import type { Block, Content, Inline } from '../schema.ts';
import { everyInline } from '../walk.ts';

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

/** What a writer put into a cell of one of the plan's tables: roles are roles and times are times there, too. */
export function editedCell(column: string, text: string, plan: Plan): Inline[] {
  const typed = typedCell(column, text, plan);
  if (typed === undefined) return editedContent(text, new Set(), isFigureColumn(column) ? 'without' : undefined);
  return 'timing' in typed ? timeContent(typed.timing) : roleList(...typed.roles);
}

/** Ids of the notes that content refers to. */
export function notesIn(content: Content): Set<string> {
  return new Set([...inlinesIn(content)].flatMap((inline) => (inline.kind === 'footnote' ? [inline.id] : [])));
}

export function notesInBlocks(blocks: readonly Block[]): Set<string> {
  return notesIn([...everyInline(blocks)]);
}
