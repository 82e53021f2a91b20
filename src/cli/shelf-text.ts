import { Document } from 'yaml';
import type { ShelfAnswers } from './shelf-answers.ts';
import { initStrings as words } from './init-strings.zh.ts';

/** `content/shelf.yaml` of a new shelf, laid out as Prettier would. */
export function shelfText({ name, licence, internal }: ShelfAnswers): string {
  const document = new Document({ name, licence, internal });
  document.commentBefore = words.shelfComment;
  // Prettier takes the quotes that need fewer escapes, and single ones where both do.
  const count = (mark: string): number => name.split(mark).length;
  return document.toString({ lineWidth: 0, singleQuote: count("'") <= count('"') });
}
