/** Parses a time that was typed. Apart from {@link timingWords}, which every page needs. */
import { parseDate, parseOffset } from './offset.ts';
import { type Rhythm, rhythmTitles, rhythms } from './period-words.ts';
import { type Edge, timeWords, type Timing } from './timing.ts';

const rhythmPattern = new RegExp(
  `^(${Object.values(rhythmTitles)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?:(\\d{1,2})次)?(?:[，,\\s]+|$)`,
  'u',
);

/**
 * Reads what {@link timingWords} writes, and the dates and offsets that people type in its place: 每周，至第6个月末止,
 * 2027年3月1日至2027-03-31, +2w. Anything else → undefined.
 */
export function parseTiming(source: string): Timing | undefined {
  const text = source.trim();
  const match = rhythmPattern.exec(text);
  if (match === null) return text === '' ? undefined : parseSpan(text);
  const every = rhythmOf(match[1] ?? '');
  const rhythm = { every, ...(match[2] !== undefined && { times: Number(match[2]) }) };
  const rest = text.slice(match[0].length);
  if (rest === '') return rhythm;
  const until = new RegExp(`^${timeWords.to}(.+)${timeWords.until}$`, 'u').exec(rest)?.[1];
  const span = until === undefined ? parseSpan(rest) : spanOf(undefined, until);
  return span && { ...rhythm, ...span };
}

function rhythmOf(title: string): Rhythm | undefined {
  return rhythms.find((rhythm) => rhythmTitles[rhythm] === title);
}

function parseSpan(text: string): Timing | undefined {
  const ends = text.split(/[至~～—–]/u);
  const [first = '', second] = ends;
  if (ends.length > 2) return undefined;
  if (second !== undefined) return spanOf(first, second);
  return text.endsWith(timeWords.from) ? spanOf(text.slice(0, -1), undefined) : spanOf(undefined, text);
}

function spanOf(first: string | undefined, second: string | undefined): Timing | undefined {
  const start = first === undefined ? undefined : parseMoment(first, 'start');
  const due = second === undefined ? undefined : parseMoment(withYear(second, start), 'due');
  if ((first !== undefined && start === undefined) || (second !== undefined && due === undefined)) return undefined;
  return { ...(start !== undefined && { start }), ...(due !== undefined && { due }) };
}

/** The end of a span need not name the year again: 2027年3月1日至5月8日. */
function withYear(text: string, start: string | undefined): string {
  const year = start === undefined ? undefined : parseDate(start)?.year;
  return year !== undefined && /^\s*\d{1,2}月/u.test(text) ? `${year}年${text.trim()}` : text;
}

/** 第3周初 begins where the second week ends: `+2w`. 第45天 is one day, whose number counts both ends. */
function parseMoment(source: string, edge: Edge): string | undefined {
  const text = source.trim();
  if (parseOffset(text) !== undefined || parseDate(text) !== undefined) return text;
  if (text === '起始日') return '+0d';
  const date = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(text);
  if (date !== null) {
    const iso = `${date[1] ?? ''}-${(date[2] ?? '').padStart(2, '0')}-${(date[3] ?? '').padStart(2, '0')}`;
    return parseDate(iso) === undefined ? undefined : iso;
  }
  const ordinal = /^第(\d{1,4})(天|周末|周初|个月末|个月初)$/u.exec(text);
  const unit = ordinal?.[2] ?? '';
  if (ordinal === null || (unit !== '天' && unit.endsWith('初') !== (edge === 'start'))) return undefined;
  const amount = Number(ordinal[1]) - (edge === 'start' ? 1 : 0);
  return amount < 0 ? undefined : `+${amount}${unit === '天' ? 'd' : unit.startsWith('周') ? 'w' : 'm'}`;
}
