import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { reversed } from './bidi.ts';
import { charactersOf } from './ink.ts';
import type { GlyphFinding } from './pdf-document.ts';

/** Text of one page, by the marked content that holds it. */
export interface PageContent {
  readonly untaggedStart: string;
  /** By marked-content id: its own text, and untagged text painted after it and before the next tagged content. */
  readonly marked: ReadonlyMap<number, { readonly text: string; readonly untaggedAfter: string }>;
  /** Internal names of the fonts that text is drawn with, with the characters that each draws, a few at most. */
  readonly fonts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly findings: readonly GlyphFinding[];
}

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface Glyph {
  readonly unicode: string;
  readonly originalCharCode: number;
}

/** A piece of marked content that is open: `id` of tagged content, and the glyph text gathered where it must be revised at its end. */
interface OpenContent {
  readonly id: number | undefined;
  readonly reversed: boolean;
  readonly actualText: string | undefined;
  text: string;
}

/** Characters of context that a glyph finding keeps. */
const BEFORE = 8;

/** Characters that are kept of each font. */
const SAMPLES = 13;

const RADICAL = /[\u2e80-\u2fdf]/gu;

/** Whether a page has spans whose characters only `/ActualText` gives; see `actual-text.ts`. */
export function countSpans(operators: OperatorList): number {
  return operators.fnArray.filter(
    (operator, index) => operator === OPS.beginMarkedContentProps && isSpan(operators.argsArray[index]),
  ).length;
}

function isSpan(args: unknown): boolean {
  return Array.isArray(args) && args[0] === 'Span' && typeof args[1] !== 'number';
}

/**
 * Reads the text of a page from its operators.
 * A glyph counts for the character that the ToUnicode map gives it, a span with `/ActualText` for that text. Text is in painting
 * order: right-to-left text, which Chromium puts into `/ReversedChars`, from left to right; see `bidi.ts`.
 *
 * @param spans - the `/ActualText` of each span, or nothing when there is none
 * @param keeps - whether an operator that shows text or begins marked content is read, by its place; all where nothing is said
 */
export function readContent(
  operators: OperatorList,
  spans: readonly string[],
  keeps: (index: number) => boolean = () => true,
): PageContent {
  return new ContentReader(spans).read(operators, keeps);
}

class ContentReader {
  readonly #spans: readonly string[];
  #span = 0;
  #font = '';
  #last: number | undefined;
  #untaggedStart = '';
  readonly #open: OpenContent[] = [];
  readonly #marked = new Map<number, { text: string; untaggedAfter: string }>();
  readonly #fonts = new Map<string, Set<string>>();
  readonly #findings: GlyphFinding[] = [];

  constructor(spans: readonly string[]) {
    this.#spans = spans;
  }

  read({ fnArray, argsArray }: OperatorList, keeps: (index: number) => boolean): PageContent {
    for (const [index, operator] of fnArray.entries()) {
      const args = argsArray[index];
      if (operator === OPS.endMarkedContent) this.#close();
      else if (!Array.isArray(args)) continue;
      else if (operator === OPS.setFont) this.#font = String(args[0]);
      else if (operator === OPS.showText) {
        if (keeps(index)) this.#show(args[0]);
      } else if (operator === OPS.beginMarkedContent)
        this.#begin(undefined, isNamed(args[0], 'ReversedChars'), undefined);
      else if (operator === OPS.beginMarkedContentProps) this.#beginWithProperties(args, keeps(index));
    }
    while (this.#open.length > 0) this.#close();
    return { untaggedStart: this.#untaggedStart, marked: this.#marked, fonts: this.#fonts, findings: this.#findings };
  }

  #beginWithProperties(args: readonly unknown[], kept: boolean): void {
    const id = args[1];
    const span = isSpan(args) ? this.#spans[this.#span++] : undefined;
    this.#begin(typeof id === 'number' ? id : undefined, false, kept || span === undefined ? span : '');
    if (typeof id !== 'number' || !kept) return;
    this.#last = id;
    if (!this.#marked.has(id)) this.#marked.set(id, { text: '', untaggedAfter: '' });
  }

  #begin(id: number | undefined, reversed: boolean, actualText: string | undefined): void {
    this.#open.push({ id, reversed, actualText, text: '' });
  }

  #close(): void {
    const closed = this.#open.pop();
    if (!closed || (!closed.reversed && closed.actualText === undefined)) return;
    this.#put(closed.actualText ?? closed.text);
  }

  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const drawn = this.#fonts.get(this.#font) ?? new Set();
    this.#fonts.set(this.#font, drawn);
    for (const glyph of glyphs) {
      if (!isGlyph(glyph)) continue;
      if (drawn.size < SAMPLES && glyph.unicode.trim() !== '') drawn.add(glyph.unicode);
      if (glyph.originalCharCode === 0) this.#find('notdef', this.#wanted());
      for (const [radical] of glyph.unicode.matchAll(RADICAL)) this.#find('radical', radical);
      this.#put(glyph.unicode);
    }
  }

  #find(kind: GlyphFinding['kind'], character: string): void {
    const text = this.#marked.get(this.#last ?? -1)?.text ?? this.#untaggedStart;
    this.#findings.push({ kind, character, before: charactersOf(text).slice(-BEFORE).join('') });
  }

  #wanted(): string {
    return this.#open.findLast((content) => content.actualText !== undefined)?.actualText ?? '';
  }

  /** Adds text to the innermost content that still revises it, else to its tagged content. */
  #put(text: string): void {
    const revising = this.#open.findLast((content) => content.reversed || content.actualText !== undefined);
    if (revising) {
      revising.text += revising.reversed ? reversed(text) : text;
      return;
    }
    const id = this.#open.findLast((content) => content.id !== undefined)?.id;
    const holder = this.#marked.get(id ?? this.#last ?? -1);
    if (!holder) this.#untaggedStart += text;
    else if (id === undefined) holder.untaggedAfter += text;
    else holder.text += text;
  }
}

function isNamed(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && 'name' in value && value.name === name;
}

function isGlyph(value: unknown): value is Glyph {
  return (
    typeof value === 'object' &&
    value !== null &&
    'unicode' in value &&
    typeof value.unicode === 'string' &&
    'originalCharCode' in value
  );
}
