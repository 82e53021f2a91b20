import type { TextRun } from './text-runs.ts';

/** A stretch of text of one piece of marked content. */
interface PdfText {
  readonly kind: 'text';
  readonly text: string;
  /** Painted without a tag of its own; it stands where the painting put it, after the marked content before it. */
  readonly untagged: boolean;
}

/** An annotation of the page, by its id; belongs to the link element around it. */
interface PdfAnnotationMark {
  readonly kind: 'annotation';
  readonly id: string;
}

/** An element of the tag tree, cut down to what lies on one page. */
export interface PdfElement {
  readonly kind: 'element';
  /** Structure type: `H1`, `P`, `Table`, `TR`, `TH`, `TD`, `L`, `LI`, `Lbl`, `Link`, `Figure`, … */
  readonly role: string;
  /** Words that stand for it where it has none of its own; empty where there are none. */
  readonly alternative: string;
  readonly children: readonly PdfNode[];
}

export type PdfNode = PdfElement | PdfText | PdfAnnotationMark;

/** Where an internal link or outline entry leads. */
export interface PdfDestination {
  /** 1-based; `undefined` when the destination names nothing in this file. */
  readonly page: number | undefined;
}

/** A glyph that indicates a missing or wrong character. */
export interface GlyphFinding {
  readonly kind: 'notdef' | 'radical';
  /** The character that was to be shown (`notdef`), or the one that the ToUnicode map gives (`radical`). */
  readonly character: string;
  /** A few characters before it, to find the place by: Chromium does not always write which character has no glyph. */
  readonly before: string;
}

export interface PdfPage {
  /** 1-based. */
  readonly number: number;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** Text painted before the first tagged content: the margin boxes. */
  readonly untaggedStart: string;
  readonly tree: PdfElement;
  /** Internal links by annotation id. */
  readonly links: ReadonlyMap<string, PdfDestination>;
  readonly glyphFindings: readonly GlyphFinding[];
  /** Smallest type on the page in points; infinite where it has no text. */
  readonly smallestType: number;
  /** Texts with their places; empty unless they were asked for. */
  readonly runs: readonly TextRun[];
}

export interface PdfFont {
  readonly name: string;
  readonly embedded: boolean;
  readonly type3: boolean;
  /** Some of the characters that it draws, each once: as many as a message needs, to find them by. */
  readonly characters: readonly string[];
}

export interface PdfOutlineEntry {
  readonly title: string;
  /** 1 for the outermost. */
  readonly depth: number;
  readonly destination: PdfDestination;
}

/** What the proof reads from a finished PDF. */
export interface PdfDocument {
  readonly title: string;
  readonly language: string;
  readonly marked: boolean;
  /** The window of a reader shows the title rather than the file's name. */
  readonly titleShown: boolean;
  readonly hasStructureTree: boolean;
  readonly outline: readonly PdfOutlineEntry[];
  readonly pages: readonly PdfPage[];
  /** Fonts that text is drawn with, sorted by name. */
  readonly fonts: readonly PdfFont[];
}
