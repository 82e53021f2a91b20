/** Points out what a writer has written in characters that no print font has. */
import { fillStrings as words } from '../../components/fill-strings.zh.ts';
import type { DraftContent } from '../../fill/draft.ts';
import { part } from '../part.ts';
import type { GlyphsNeeded } from './print-glyphs.ts';

/** Most characters that are named. */
const named = 20;

/** @returns what is to be called when the pages show the draft */
export function watchGlyphs(glyphs: (text: string) => Promise<GlyphsNeeded>, draft: () => DraftContent): () => void {
  return () => {
    glyphs(wordsOf(draft())).then(
      ({ missing }) => {
        tell(missing);
      },
      () => undefined, // until the next look nothing is known to be missing
    );
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
