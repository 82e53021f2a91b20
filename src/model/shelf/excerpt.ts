import { foldCase } from '../search/search-term.ts';

/** A stretch of an excerpt; marked where it is what the reader looks for. */
export interface ExcerptRun {
  readonly text: string;
  readonly marked: boolean;
}

/** A stretch of a text, and the place in the text that it was cut for. */
export interface Excerpt {
  readonly runs: readonly ExcerptRun[];
  /** Offset in the whole text of the first mark that is shown, in UTF-16 units; 0 where there is none. */
  readonly at: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Mark extends Span {
  readonly weight: number;
  readonly word: string;
}

const dots = '……';
/** Where a sentence ends: at its mark, or where the index puts a full stop behind a heading or a cell. */
const sentenceEnd = /[。！？；][”’」』）]*\s*|\.(?=\s|$)\s*/gu;
/** Within a long sentence, where one may come in or leave. */
const clauseEnd = /[，、：]\s*/gu;
/** The full stop of the index. */
const blockEnd = /\.\s+/gu;
/** What a window loses with each heading or cell that it runs over: sentences are read more easily. */
const blockLoss = 0.8;

/**
 * The sentences that say most of what the reader looks for: of all that hold one of the words, those from the sentence on that
 * hold the words of the greatest weight, as many as fit. A sentence that is too long is left at a clause, with dots.
 *
 * @param weights of the words to mark, by how much each says
 * @param length in UTF-16 units
 * @param begin where to look from
 */
export function excerptOf(text: string, weights: ReadonlyMap<string, number>, length: number, begin = 0): Excerpt {
  const marks = marksOf(text, weights);
  const ends = { sentences: endsOf(text, sentenceEnd), clauses: endsOf(text, clauseEnd), last: text.length };
  const starts = [begin, ...ends.sentences].filter((start) => start >= begin && start < text.length);
  // A sentence without any of the words is no beginning, though those behind it may have them.
  const telling = starts.filter((start, index) =>
    marks.some(({ from }) => from >= start && from < (starts[index + 1] ?? text.length)),
  );
  const whole = bestWindow(text, telling.length === 0 ? [begin] : telling, marks, ends, length);
  const next = ends.sentences.find((end) => end > whole.from) ?? text.length;
  // The words may stand behind the part of a long sentence that fits, and in a clause behind what fits of it.
  const places = [...ends.clauses, ...marks.map((mark) => mark.from)];
  const inner = next - whole.from <= length ? [] : places.filter((place) => place > whole.from && place < next);
  const { from, to } = bestWindow(text, [whole.from, ...inner], marks, ends, length);
  const runs = runsOf(text, { from, to }, merge(marks));
  const ended = to === text.length || ends.sentences.includes(to) ? trimmed(runs) : openEnded(runs);
  return {
    runs: [...(from === whole.from ? [] : [plain(dots)]), ...ended.map(withoutStops)],
    at: marks.find((mark) => mark.from >= from && mark.to <= to)?.from ?? from,
  };
}

interface Ends {
  readonly sentences: readonly number[];
  readonly clauses: readonly number[];
  readonly last: number;
}

/** Of the windows that begin at the given places the one whose words weigh most; the first of several. */
function bestWindow(text: string, starts: readonly number[], marks: readonly Mark[], ends: Ends, length: number): Span {
  let best = { from: starts[0] ?? 0, weight: 0 };
  for (const from of starts) {
    const near = marks.filter((mark) => mark.from >= from && mark.to <= from + length);
    if (near.length === 0) continue;
    const to = endOf(from, ends, length);
    const held = new Map(near.filter((mark) => mark.to <= to).map(({ word, weight }) => [word, weight]));
    const blocks = text.slice(from, to).trimEnd().match(blockEnd)?.length ?? 0;
    const weight = [...held.values()].reduce((sum, each) => sum + each, 0) * blockLoss ** blocks;
    if (weight > best.weight) best = { from, weight };
  }
  return { from: best.from, to: endOf(best.from, ends, length) };
}

/** The last end of a sentence within reach; else that of a clause; else as far as it goes. */
function endOf(from: number, { sentences, clauses, last }: Ends, length: number): number {
  if (last - from <= length) return last;
  const within = (ends: readonly number[]) => ends.findLast((end) => end > from && end <= from + length) ?? from;
  const sentence = within(sentences);
  if (sentence - from >= length / 3) return sentence;
  const clause = Math.max(sentence, within(clauses));
  return clause - from >= length / 3 ? clause : from + length;
}

/** The full stops of the index, which no reader has written, become marks that part. */
function withoutStops({ text, marked }: ExcerptRun): ExcerptRun {
  return { text: text.replace(blockEnd, ' · '), marked };
}

function endsOf(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
}

/** The runs without the space, and the full stop of the index, at their end. */
function trimmed(runs: readonly ExcerptRun[]): readonly ExcerptRun[] {
  return withLast(runs, (text) => text.replace(/\.?\s*$/u, ''));
}

/** The runs with dots at their end, in place of the mark that stands there. */
function openEnded(runs: readonly ExcerptRun[]): readonly ExcerptRun[] {
  return runs.at(-1)?.marked === false
    ? withLast(runs, (text) => text.replace(/[\s.。，、；：]*$/u, dots))
    : [...runs, plain(dots)];
}

function withLast(runs: readonly ExcerptRun[], change: (text: string) => string): readonly ExcerptRun[] {
  const last = runs.at(-1);
  if (last === undefined || last.marked) return runs;
  const text = change(last.text);
  return text === '' ? runs.slice(0, -1) : [...runs.slice(0, -1), plain(text)];
}

/** A short text, whole, with every match marked. */
export function markTerms(text: string, words: Iterable<string>): readonly ExcerptRun[] {
  const weights = new Map(Array.from(words, (word) => [word, 1]));
  return runsOf(text, { from: 0, to: text.length }, merge(marksOf(text, weights)));
}

/** Every place of every word, in the order of the text. */
function marksOf(text: string, weights: ReadonlyMap<string, number>): Mark[] {
  const folded = foldCase(text);
  const marks = [...weights].flatMap(([word, weight]) =>
    placesOf(folded, word).map((from) => ({ from, to: from + word.length, weight, word })),
  );
  return marks.sort((a, b) => a.from - b.from || b.to - a.to);
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1 && word !== ''; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** Overlapping and touching spans become one. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { from, to } of spans) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else merged.push({ from, to });
  }
  return merged;
}

function runsOf(text: string, { from, to }: Span, spans: readonly Span[]): ExcerptRun[] {
  const runs: ExcerptRun[] = [];
  let end = from;
  for (const span of spans.filter((each) => each.to > from && each.from < to)) {
    if (span.from > end) runs.push(plain(text.slice(end, span.from)));
    end = Math.min(span.to, to);
    runs.push({ text: text.slice(Math.max(span.from, from), end), marked: true });
  }
  if (end < to) runs.push(plain(text.slice(end, to)));
  return runs;
}

function plain(text: string): ExcerptRun {
  return { text, marked: false };
}
