import { ConcreteHyperlink, FootnoteReferenceRun, type ParagraphChild, TextRun } from 'docx';
import type { Inline, TextStyle } from './blocks.ts';

/** The part of a Word file that content is written into. */
export interface WordPart {
  /** Takes the address of a link and gives the id by which a paragraph refers to it; none where there are no links. */
  readonly linkId?: (href: string) => string;
  /** Word knows no notes of notes: there the mark is its number. */
  readonly inNote: boolean;
}

/**
 * Inline content as Word's runs.
 * @param style by name, of what is text: that of links
 */
export function runs(
  content: readonly Inline[],
  part: WordPart,
  base: TextStyle = {},
  style?: 'PlanLink',
): ParagraphChild[] {
  return content.flatMap((inline): ParagraphChild[] => {
    switch (inline.kind) {
      case 'text':
        return [
          new TextRun({
            text: inline.text,
            ...(style && { style }),
            ...(isChinese(inline.text) && { font: { hint: 'eastAsia' } }),
            ...looks({ ...base, ...inline.style }),
          }),
        ];
      case 'blank':
        // Wide spaces are underlined too: room to write by hand, with what belongs there in the middle.
        return [
          new TextRun({ text: `　${inline.label}　`, style: 'PlanBlank', ...looks({ ...base, ...inline.style }) }),
        ];
      case 'gap':
        return [new TextRun({ text: '　　　　　　', style: 'PlanBlank' })];
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'link':
        return part.linkId === undefined
          ? runs(inline.content, part, base, style)
          : [hyperlink(inline.content, part.linkId(inline.href), part.inNote)];
      case 'footnote':
        return part.inNote
          ? [new TextRun({ text: String(inline.number), superScript: true })]
          : [new FootnoteReferenceRun(inline.number)];
    }
  });
}

/**
 * Whether a text has signs that Chinese and Western faces share, and Chinese words around them: without a hint Word takes
 * the Western face for them. ECMA-376-1 §17.3.2.26
 */
function isChinese(text: string): boolean {
  return /[“”‘’…—·×÷±°≥≤≠≈→①-⑳]/u.test(text) && /\p{Script=Han}/u.test(text);
}

function hyperlink(content: readonly Inline[], id: string, inNote: boolean): ParagraphChild {
  const words = runs(content, { inNote }, {}, 'PlanLink');
  // The library takes it wherever it takes its subclass for links within a document.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return new ConcreteHyperlink(words, id);
}

function looks(style: TextStyle) {
  return {
    ...(style.bold === true && { bold: true }),
    ...(style.italic === true && { italics: true }),
    ...(style.strike === true && { strike: true }),
    ...(style.raised === true && { superScript: true }),
    ...(style.lowered === true && { subScript: true }),
    ...(style.code === true && { font: { ascii: 'Courier New', hAnsi: 'Courier New', eastAsia: '宋体' } }),
  };
}
