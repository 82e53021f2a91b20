import { fillStrings as words } from '../../../components/fill/fill-strings.zh.ts';
import { part } from '../../part.ts';
import type { Saving } from '../desk.ts';

/** Says beside the title whether the draft is kept, and since when. */
export function showSaving(saving: Saving): void {
  const place = part('#saving', HTMLElement);
  place.classList.toggle('problem', saving.state === 'failed');
  const text = wordsFor(saving);
  if (place.textContent !== text) place.textContent = text;
}

function wordsFor(saving: Saving): string {
  switch (saving.state) {
    case 'new':
      return words.saving.new;
    case 'pending':
      return words.saving.pending;
    case 'kept':
      return words.saving.kept(timeOf(saving.at));
    case 'failed':
      return words.saving[saving.reason];
  }
}

/** The time of day; with the date where that is not today's. */
function timeOf(at: Date): string {
  const today = at.toDateString() === new Date().toDateString();
  return at.toLocaleString(words.language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...(!today && { month: 'numeric', day: 'numeric' }),
  });
}
