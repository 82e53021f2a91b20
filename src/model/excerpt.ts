import { foldCase } from './search-term.ts';

/** A stretch of an excerpt; marked where it is what the reader looks for. */
export interface ExcerptRun {
  readonly text: string;
  readonly marked: boolean;
}

/** A stretch of a text, and where in the text the match stands around which it was cut. */
export interface Excerpt {
  readonly runs: readonly ExcerptRun[];
  /** Offset in the whole text of the first match of the longest term, in UTF-16 units; 0 where there is none. */
  readonly at: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** How far back the excerpt may begin, to begin with a sentence. */
const lead = 18;

/** The first `length` characters around the first match of the longest term, with every match in it marked. */
export function excerptOf(text: string, terms: readonly string[], length: number): Excerpt {
  const spans = spansOf(text, terms);
  const longest = [...terms].sort((a, b) => b.length - a.length)[0] ?? '';
  const at = Math.max(0, foldCase(text).indexOf(longest));
  const from = sentenceStart(text, at);
  const to = Math.min(text.length, from + length);
  const runs = runsOf(text, { from, to }, spans);
  const first = from === 0 || /[。；！？.]\s*$/u.test(text.slice(0, from)) ? [] : [plain('…')];
  return { runs: [...first, ...(to < text.length ? openEnded(runs) : runs)], at };
}

/** The runs with … at their end, in place of the mark that stands there. */
function openEnded(runs: readonly ExcerptRun[]): ExcerptRun[] {
  const last = runs.at(-1);
  if (last === undefined || last.marked) return [...runs, plain('…')];
  return [...runs.slice(0, -1), plain(last.text.replace(/[\s.。，、；：]*$/u, '…'))];
}

/** A short text, whole, with every match marked. */
export function markTerms(text: string, terms: readonly string[]): readonly ExcerptRun[] {
  return runsOf(text, { from: 0, to: text.length }, spansOf(text, terms));
}

function spansOf(text: string, terms: readonly string[]): Span[] {
  const folded = foldCase(text);
  const spans = terms.flatMap((term) => placesOf(folded, term).map((from) => ({ from, to: from + term.length })));
  return merge(spans.sort((a, b) => a.from - b.from));
}

function placesOf(text: string, term: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(term); at !== -1 && term !== ''; at = text.indexOf(term, at + 1)) places.push(at);
  return places;
}

/** Overlapping and touching spans become one. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to)
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

/** The start of the sentence, if it is near; else a few characters before the match. */
function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - lead), at);
  const end = Math.max(...Array.from('。；！？.\n', (mark) => before.lastIndexOf(mark)));
  const from = at - before.length + end + 1;
  return from + (/^\s*/u.exec(text.slice(from, at))?.[0].length ?? 0);
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
