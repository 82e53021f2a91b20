import { charactersOf, MISSING_GLYPH } from '../pdf/ink.ts';
import type { GlyphFinding, PdfDocument, PdfFont, PdfPage } from '../pdf/pdf-document.ts';
import type { ProofFailure } from '../result.ts';

/** Characters of the document without a glyph, by page number. */
export type WithoutGlyph = ReadonlyMap<number, readonly string[]>;

/** Every font embedded, none Type 3, no missing glyph, no radical where the document has a character. */
export function checkFonts(pdf: PdfDocument, source: string, withoutGlyph: WithoutGlyph): readonly ProofFailure[] {
  return [
    ...pdf.fonts.flatMap(checkFont),
    ...pdf.pages.flatMap((page) => [
      ...checkMissingGlyphs(page, withoutGlyph.get(page.number) ?? []),
      ...checkRadicals(page, source),
    ]),
  ];
}

function checkFont(font: PdfFont): readonly ProofFailure[] {
  if (font.type3) {
    const message =
      `字体「${font.name}」是 Type 3：可变字体、CFF 字体集、彩色字体或仿粗体会印成这样。用它印的字：${listed(font.characters)}。` +
      '如果版式的字体里没有这些字（如 emoji、生僻字），请换字；否则请换用有该字重的静态 TrueType 字体。';
    return [{ check: 'fonts', message }];
  }
  return font.embedded ? [] : [{ check: 'fonts', message: `字体「${font.name}」没有嵌入 PDF，在别的机器上字形会变。` }];
}

/**
 * The character is known from the document, or from Chromium; where its text cannot be followed, what stands before
 * the box has to.
 */
function checkMissingGlyphs(page: PdfPage, known: readonly string[]): readonly ProofFailure[] {
  const findings = page.glyphFindings.filter((finding) => finding.kind === 'notdef');
  const told = [...known, ...findings.map(({ character }) => character)].filter((character) => character !== '');
  const missing = told.length > 0 ? listed(told) : named(findings);
  if (missing === '') return [];
  const message = `第 ${page.number} 页：字体里没有这些字：${missing}。请换字，或给版式加上有这些字的字体。`;
  return [{ check: 'fonts', message }];
}

function checkRadicals(page: PdfPage, source: string): readonly ProofFailure[] {
  const isRadical = ({ kind, character }: GlyphFinding): boolean => kind === 'radical' && !source.includes(character);
  const wrong = named(page.glyphFindings.filter(isRadical));
  if (wrong === '') return [];
  const message = `第 ${page.number} 页：ToUnicode 表把汉字写成了部首：${wrong}，复制和搜索会得到错字。请把字体裁剪到所用的字。`;
  return [{ check: 'fonts', message }];
}

/** Each character once; one that the PDF does not identify is named by the text before it. */
function named(findings: readonly GlyphFinding[]): string {
  const names = findings.map(({ character, before }) =>
    character === '' ? `「${before.replaceAll(MISSING_GLYPH, '□')}」之后的字` : described(character),
  );
  return [...new Set(names)].join('、');
}

/** Characters that a message names; more would hide what it says. */
const mostNamed = 12;

/** Each character once. */
function listed(characters: readonly string[]): string {
  const distinct = [...new Set(characters)];
  const more = distinct.length > mostNamed ? `等 ${distinct.length} 个` : '';
  return distinct.slice(0, mostNamed).map(described).join('、') + more;
}

function described(character: string): string {
  return `「${character}」（${codePoints(character)}）`;
}

function codePoints(text: string): string {
  return charactersOf(text)
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
