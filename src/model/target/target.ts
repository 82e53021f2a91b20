import { sumOf } from '../decimal.ts';
import { plainWidth } from '../search/plain-width.ts';
import { type Figure, takeFigure } from './target-figure.ts';
import { isKnownUnit, isUnit } from './target-unit.ts';
import {
  type Comparison,
  type Lead,
  closingComparison,
  closingPattern,
  fixedChanges,
  leadOf,
  leadPattern,
  statePattern,
  zeroPattern,
} from './target-words.ts';

/** A stretch of a target as it is written. */
export type Piece =
  | { readonly kind: 'words' | 'unit'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly figure: Figure };

/** What a figure is of: how much a value changes, or the place that it takes among others. */
interface Meaning {
  readonly change?: 'up' | 'down';
  readonly rank?: true;
}

/** A KPI's target or baseline as people write it, taken apart. `unit` is '' where none was written. */
export type Target = { readonly pieces: readonly Piece[] } & (
  | (Meaning & {
      readonly kind: 'single';
      readonly comparison: Comparison;
      readonly figure: Figure;
      readonly unit: string;
      /** What is counted, in 零投诉. */
      readonly of?: string;
    })
  | (Meaning & { readonly kind: 'range'; readonly low: Figure; readonly high: Figure; readonly unit: string })
  /** Reached or not: 验收合格, 良好及以上. */
  | { readonly kind: 'state' }
  /** Several at once: ≥90 分且无投诉. */
  | { readonly kind: 'all'; readonly targets: readonly Target[] }
);

/** Why a target is not read. */
interface TargetFault {
  /** `rest`: these words are no unit. `twice`: they compare once more. `form`: nothing is read, or the figures do not fit. */
  readonly reason: 'rest' | 'twice' | 'form';
  readonly rest: string;
  /** The part of it that is read; undefined where none is. */
  readonly nearest?: string;
}

type Read = { readonly target: Target } | { readonly fault: TargetFault };

/** Longest target, in UTF-16 units; a cell of a table holds no more. */
const longest = 60;

/**
 * `≥95%`, `3天内`, `控制在 5% 以内`, `600 万元`, `3–5 人`, `下降 5 个百分点`, `零投诉`, `验收合格`, `≥【满意度目标】` → target;
 * what is not of such a form → undefined. Without a comparison the figure is to be reached exactly. {@link printTarget}
 * gives back what was written.
 */
export function parseTarget(source: string): Target | undefined {
  const read = readTarget(source);
  return 'target' in read ? read.target : undefined;
}

/** The same, or why it is not read. */
export function readTarget(source: string): Read {
  const text = source.trim();
  if (text.length > longest) return { fault: { reason: 'form', rest: '' } };
  const read = readClause(text);
  if ('target' in read) return read;
  const all = readAll(text);
  return all === undefined ? read : { target: all };
}

/** A target as it was written. */
export function printTarget({ pieces }: Target): string {
  return pieces.map(({ text }) => text).join('');
}

/** Labels of the fields that a target names. */
export function targetLabels({ pieces }: Target): string[] {
  return pieces.flatMap((piece) =>
    piece.kind === 'figure' && piece.figure.kind === 'field' ? piece.figure.label : [],
  );
}

/** The unit of a target's figures; '' where none is written, or there are no figures. */
export function targetUnit(target: Target): string {
  if (target.kind === 'all') return target.targets.map(targetUnit).find((unit) => unit !== '') ?? '';
  return target.kind === 'state' ? '' : target.unit;
}

/** Whether a target says nothing without a unit: 零投诉, 第一, 1:50 and 合格 do. */
export function needsUnit(target: Target): boolean {
  if (target.kind === 'all') return target.targets.every(needsUnit);
  if (target.kind === 'state' || target.rank === true) return false;
  return target.kind === 'range' || (target.of === undefined && target.figure.kind !== 'ratio');
}

/** Between two targets; a comma between digits is no joint. */
const joint = /\s*(?:(?:[;；、]|(?<!\d)[,，]|[,，](?!\s*\d))\s*(?:并且|同时|且|并)?|并且|同时|且|并)\s*/gu;

function readAll(text: string): Target | undefined {
  const targets: Target[] = [];
  const pieces: Piece[] = [];
  let start = 0;
  for (const { 0: words, index } of [...text.matchAll(joint), { 0: '', index: text.length }]) {
    const read = readClause(text.slice(start, index));
    if (!('target' in read)) continue;
    targets.push(read.target);
    pieces.push(...read.target.pieces, ...wordsPiece(words));
    start = index + words.length;
  }
  return start < text.length || targets.length < 2 ? undefined : { kind: 'all', targets, pieces };
}

/** One target, without joints. */
function readClause(text: string): Read {
  const plain = plainWidth(text);
  const close = plain.replace(/\s/g, '');
  if (statePattern.test(close)) return { target: { kind: 'state', pieces: wordsPiece(text) } };
  return new Clause(text, plain).read();
}

function wordsPiece(text: string): Piece[] {
  return text === '' ? [] : [{ kind: 'words', text }];
}

type Behind = { readonly unit: string; readonly comparison: Comparison | undefined; readonly pieces: readonly Piece[] };

class Clause {
  /** As it is written, and in plain width: of the same length. */
  readonly #text: string;
  readonly #plain: string;
  #lead: Lead = {};
  #at = 0;

  constructor(text: string, plain: string) {
    this.#text = text;
    this.#plain = plain;
  }

  read(): Read {
    if (!this.#takeLeads()) return fault('form');
    const rest = this.#plain.slice(this.#at);
    const leads = wordsPiece(this.#text.slice(0, this.#at));
    const fixed = fixedChanges.get(rest);
    if (fixed !== undefined) {
      const [change, left, right] = fixed;
      const figure = { kind: 'ratio', left, right } as const;
      const pieces: Piece[] = [...leads, { kind: 'figure', figure, text: this.#text.slice(this.#at) }];
      return { target: { kind: 'single', comparison: '=', change, figure, unit: '', pieces } };
    }
    const none = zeroPattern.exec(rest);
    if (none !== null && !isKnownUnit(none[2] ?? '')) return this.#none(leads, none);
    return this.#figures(leads);
  }

  /** Words before the figure. What they say must agree. */
  #takeLeads(): boolean {
    for (;;) {
      leadPattern.lastIndex = this.#at;
      const [word] = leadPattern.exec(this.#plain) ?? [];
      // 减半 is a word of its own.
      if (word === undefined || fixedChanges.has(this.#plain.slice(this.#at))) return true;
      const lead = leadOf(word);
      const { comparison, change } = this.#lead;
      if ((this.#lead.firm && lead.comparison !== undefined) || (change !== undefined && lead.change !== undefined))
        return false;
      this.#lead = { ...this.#lead, ...lead, ...(lead.comparison === undefined && comparison && { comparison }) };
      this.#at += word.length;
      this.#skipSpace();
    }
  }

  #skipSpace(): void {
    this.#at += /^\s*/u.exec(this.#plain.slice(this.#at))?.[0].length ?? 0;
  }

  #none(leads: readonly Piece[], { 0: whole, 1: none = '', 2: of = '' }: RegExpExecArray): Read {
    const figure = { kind: 'number', value: 0 } as const;
    const behind = this.#text.slice(this.#at + none.length, this.#at + whole.length);
    const text = this.#text.slice(this.#at, this.#at + none.length);
    const pieces: Piece[] = [...leads, { kind: 'figure', figure, text }, ...wordsPiece(behind)];
    return { target: { kind: 'single', comparison: '=', figure, unit: '', of, pieces } };
  }

  #figures(leads: readonly Piece[]): Read {
    const currency = this.#plain[this.#at] === '¥' || this.#plain[this.#at] === '￥' ? '元' : '';
    const sign: Piece[] = currency === '' ? [] : [{ kind: 'unit', text: this.#text.charAt(this.#at) }];
    this.#at += currency.length;
    const tolerance = this.#plain[this.#at] === '±';
    if (tolerance) this.#at += 1;
    const first = this.#take();
    if (first === undefined) return fault('form');
    const pieces = [...leads, ...sign, ...(tolerance ? wordsPiece('±') : []), first.piece];
    const unit = currency || first.unit;
    if (tolerance) return this.#around({ kind: 'number', value: 0 }, first.figure, pieces, unit);
    return this.#second(first.figure, pieces, unit) ?? this.#single(first.figure, pieces, unit);
  }

  #take(): { readonly figure: Figure; readonly piece: Piece; readonly unit: string } | undefined {
    const taken = takeFigure(this.#plain.slice(this.#at), this.#text.slice(this.#at));
    if (taken === undefined) return undefined;
    const text = this.#text.slice(this.#at, this.#at + taken.length);
    this.#at += taken.length;
    return { figure: taken.figure, unit: taken.unit, piece: { kind: 'figure', figure: taken.figure, text } };
  }

  #meaning(): Meaning {
    const { change, rank } = this.#lead;
    return { ...(change && { change }), ...(rank && { rank }) };
  }

  #single(figure: Figure, pieces: readonly Piece[], ownUnit: string): Read {
    const behind = this.#behind(ownUnit);
    if ('fault' in behind) return behind;
    const { comparison: lead = '=', firm } = this.#lead;
    if (firm && behind.comparison !== undefined) return this.#twice(behind);
    const comparison = behind.comparison ?? lead;
    const all = [...pieces, ...behind.pieces];
    return { target: { kind: 'single', comparison, figure, unit: behind.unit, ...this.#meaning(), pieces: all } };
  }

  /** A second figure makes a range; undefined where there is none. */
  #second(low: Figure, pieces: readonly Piece[], ownUnit: string): Read | undefined {
    const rest = this.#plain.slice(this.#at);
    const between =
      /^(\s*)(\S*?)(\s*(?:[–—―~]{1,2}|-|至|到)\s*|±)(?=[\d【+-]|[百千万]分之|[半〇零一二两三四五六七八九十])/u.exec(
        rest,
      );
    const [whole = '', space = '', unit = '', dash = ''] = between ?? [];
    if (between === null || !isUnit(unit)) return undefined;
    const start = this.#at;
    this.#at += whole.length;
    const second = this.#take();
    if (second === undefined) {
      this.#at = start;
      return undefined;
    }
    const written = this.#text.slice(start, start + whole.length);
    const unitAt = space.length + unit.length;
    const all: Piece[] = [
      ...pieces,
      ...wordsPiece(written.slice(0, space.length)),
      ...(unit === '' ? [] : [{ kind: 'unit' as const, text: written.slice(space.length, unitAt) }]),
      ...wordsPiece(written.slice(unitAt)),
      second.piece,
    ];
    if (dash === '±') return this.#around(low, second.figure, all, ownUnit);
    return this.#range(low, second.figure, all, ownUnit || second.unit, unit);
  }

  #range(low: Figure, high: Figure, pieces: readonly Piece[], ownUnit: string, firstUnit = ''): Read {
    const behind = this.#behind(ownUnit);
    if ('fault' in behind) return behind;
    const { comparison } = behind;
    if (comparison === '≥' || (this.#lead.firm && this.#lead.comparison !== '≈')) return fault('form');
    if (!ascending(low, high) || (firstUnit !== '' && firstUnit !== behind.unit)) return fault('form');
    const all = [...pieces, ...behind.pieces];
    return { target: { kind: 'range', low, high, unit: behind.unit, ...this.#meaning(), pieces: all } };
  }

  /** ±3%, 300±5 户. */
  #around(middle: Figure, by: Figure, pieces: readonly Piece[], ownUnit: string): Read {
    if (middle.kind !== 'number' || by.kind !== 'number') return fault('form');
    const low = { kind: 'number', value: sumOf([middle.value, -by.value]) } as const;
    const high = { kind: 'number', value: sumOf([middle.value, by.value]) } as const;
    return this.#range(low, high, pieces, ownUnit);
  }

  /** Unit and closing words behind the last figure. */
  #behind(ownUnit: string): Behind | { readonly fault: TargetFault } {
    const rest = this.#plain.slice(this.#at);
    const whole = endOf(rest);
    if (whole !== undefined && (ownUnit === '' || whole.unit === ''))
      return { ...whole, unit: whole.unit || ownUnit, pieces: this.#endPieces(rest, whole) };
    let length = rest.length;
    while (length > 0 && (endOf(rest.slice(0, length)) === undefined || /\s$/u.test(rest.slice(0, length))))
      length -= 1;
    const nearest = this.#text.slice(0, this.#at + length);
    return fault('rest', this.#text.slice(this.#at + length).trim(), nearest);
  }

  #endPieces(rest: string, { space, unit }: UnitAtEnd): Piece[] {
    const text = this.#text.slice(this.#at);
    const unitEnd = space.length + unit.length;
    if (unit === '') return wordsPiece(text.slice(0, rest.length));
    return [
      ...wordsPiece(text.slice(0, space.length)),
      { kind: 'unit', text: text.slice(space.length, unitEnd) },
      ...wordsPiece(text.slice(unitEnd)),
    ];
  }

  /** ≥95%以上 compares twice: the nearest form leaves the second away. */
  #twice({ pieces }: Behind): Read {
    const closing = pieces.at(-1)?.text ?? '';
    return fault('twice', closing.trim(), this.#text.slice(0, this.#text.length - closing.length));
  }
}

interface UnitAtEnd {
  readonly space: string;
  readonly unit: string;
  readonly comparison: Comparison | undefined;
}

/** What stands behind a figure, to its end: a unit and closing words. Words that are a unit as a whole are one. */
function endOf(rest: string): UnitAtEnd | undefined {
  const space = /^\s*/u.exec(rest)?.[0] ?? '';
  const words = rest.slice(space.length);
  if (isUnit(words)) return { space, unit: words, comparison: undefined };
  for (let at = 0; at <= words.length; at += 1) {
    const closing = closingPattern.exec(words.slice(at));
    if (closing === null || !isUnit(words.slice(0, at))) continue;
    return { space, unit: words.slice(0, at), comparison: closingComparison(closing[1]) };
  }
  return undefined;
}

function fault(reason: TargetFault['reason'], rest = '', nearest?: string): { readonly fault: TargetFault } {
  return { fault: { reason, rest, ...(nearest !== undefined && { nearest }) } };
}

function ascending(low: Figure, high: Figure): boolean {
  return low.kind !== 'number' || high.kind !== 'number' || low.value < high.value;
}
