/** Points out what a writer has written in characters that the print fonts do not have. */
import { fillStrings as words } from '../../components/fill-strings.zh.ts';
import type { DraftContent } from '../../fill/draft.ts';
import { charactersWithoutGlyph, readRanges } from '../../fonts/character-ranges.ts';
import { part } from '../part.ts';

/** Most characters that are named. */
const named = 20;

/** @returns what is to be called when the pages show the draft */
export function watchGlyphs(coverage: string, draft: () => DraftContent): () => void {
  let list: Promise<ReadonlySet<number>> | undefined;
  const load = async (): Promise<ReadonlySet<number>> => {
    const response = await fetch(coverage);
    if (!response.ok) throw new Error(`${coverage}（${String(response.status)}）`);
    return readRanges(await response.text());
  };
  const look = async (): Promise<void> => {
    const text = wordsOf(draft());
    if (text === '') {
      tell([]);
      return;
    }
    list ??= load();
    tell(charactersWithoutGlyph(text, await list));
  };
  return () => {
    look().catch(() => {
      list = undefined; // the next look tries again; until then nothing is known to be missing
    });
  };
}

function wordsOf({ values, people, edits }: DraftContent): string {
  const texts = edits.flatMap((edit) => {
    if (edit.kind === 'text') return [edit.text];
    return edit.kind === 'row' ? Object.values(edit.cells) : [];
  });
  return [...Object.values(values).map(String), ...Object.values(people), ...texts].join('');
}

function tell(missing: readonly string[]): void {
  const place = part('#glyphs', HTMLElement);
  const text =
    missing.length === 0
      ? ''
      : words.pages.glyphs(missing.slice(0, named).join(' ') + (missing.length > named ? ' …' : ''));
  if (place.textContent !== text) place.textContent = text;
}
