import { ConcreteHyperlink, FootnoteReferenceRun, type ParagraphChild, TextRun } from 'docx';
import type { Inline, TextStyle } from './blocks.ts';

/** Takes the address of a link and gives the id by which a paragraph refers to it; none where a part has no links. */
export type LinkIds = ((href: string) => string) | undefined;

/**
 * Inline content as Word's runs.
 * @param style by name, of what is text: that of links
 */
export function runs(
  content: readonly Inline[],
  linkId: LinkIds,
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
        return linkId === undefined
          ? runs(inline.content, linkId, base, style)
          : [hyperlink(inline.content, linkId(inline.href))];
      case 'footnote':
        return [new FootnoteReferenceRun(inline.number)];
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

function hyperlink(content: readonly Inline[], id: string): ParagraphChild {
  const words = runs(content, undefined, {}, 'PlanLink');
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
