import { AlignmentType, type IPropertiesOptions, LevelFormat, LevelSuffix, LineRuleType } from 'docx';

/** Fonts by script: Chinese names as Word and WPS know them; the font table names what may stand in. */
const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' };
const hei = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' };
const kai = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '楷体' };

/** Chinese sizes in half-points. */
const size = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18 } as const;

/** Width of an A4 page's text between margins of 25 mm, in twips (1/20 pt). */
export const textWidth = 9071;
/** Size of a table's characters in twips. */
export const tableEm = 180;

/** Styles of a table's cells by where their text stands, and of its head, which stays with the first row. */
export const cellStyles = {
  left: 'PlanCell',
  center: 'PlanCellCentred',
  right: 'PlanCellRight',
  head: 'PlanCellHead',
} as const;

const single = { line: 240, lineRule: LineRuleType.AUTO } as const;

/** Looks of a document: body in 宋体, headings in 黑体 and 楷体, as plans are set on paper. */
export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: song, size: size.小四, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: 360, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: hei, size: size.二号, bold: false, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...single, before: 0, after: 240 } },
    },
    heading1: headingStyle(hei, size.三号, 320),
    heading2: headingStyle(kai, size.四号, 240, true),
    heading3: headingStyle(song, size.小四, 160, true),
    heading4: headingStyle(song, size.小四, 120),
    heading5: headingStyle(song, size.小四, 120),
    footnoteText: { run: { size: size.小五 }, paragraph: { spacing: single } },
  },
  paragraphStyles: [
    {
      id: 'PlanText',
      name: '正文首行缩进',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        // Characters are Word's measure; LibreOffice reads the twips.
        indent: { firstLineChars: 200, firstLine: 480 },
        alignment: AlignmentType.BOTH,
      },
    },
    { id: 'PlanList', name: '计划列表', basedOn: 'Normal', quickFormat: true },
    {
      id: 'PlanCaption',
      name: '表题',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: hei, size: size.五号 },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...single, before: 160, after: 60 } },
    },
    {
      id: cellStyles.left,
      name: '表格文字',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: size.小五 },
      paragraph: { spacing: { ...single, before: 20, after: 20 } },
    },
    {
      id: cellStyles.center,
      name: '表格文字居中',
      basedOn: cellStyles.left,
      quickFormat: true,
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: cellStyles.right,
      name: '表格文字居右',
      basedOn: cellStyles.left,
      quickFormat: true,
      paragraph: { alignment: AlignmentType.RIGHT },
    },
    {
      id: cellStyles.head,
      name: '表头',
      basedOn: cellStyles.center,
      quickFormat: true,
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    {
      id: 'PlanSignOff',
      name: '落款',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { keepNext: true, keepLines: true, indent: { left: Math.round(textWidth * 0.4) } },
    },
    { id: 'PlanQuote', name: '引文', basedOn: 'Normal', run: { font: kai }, paragraph: { indent: { left: 480 } } },
    {
      id: 'PlanCode',
      name: '代码',
      basedOn: 'Normal',
      run: {
        font: { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New', eastAsia: '宋体' },
        size: size.五号,
      },
      paragraph: { spacing: single },
    },
    {
      id: 'PlanRunning',
      name: '页眉页脚',
      basedOn: 'Normal',
      run: { size: size.小五 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: single },
    },
  ],
  characterStyles: [
    { id: 'PlanBlank', name: '填写项', run: { underline: {}, color: '595959' } },
    { id: 'PlanLink', name: '链接', run: { underline: {}, color: '0B4F8A' } },
  ],
};

function headingStyle(font: typeof song, points: number, before: number, bold = false) {
  return {
    run: { font, size: points, bold, italics: false, color: '000000' },
    paragraph: { keepNext: true, keepLines: true, spacing: { ...single, before, after: 100 } },
  };
}

/** References of the lists that {@link numbering} describes. */
export const lists = { headings: 'headings', bullets: 'bullets', numbers: 'numbers' } as const;

/**
 * Word counts the headings itself, 一、（一）1.（1）, so that the numbers follow when a section is moved or added there;
 * lists likewise.
 */
export function numbering(starts: readonly number[]): NonNullable<IPropertiesOptions['numbering']> {
  const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: index,
    format,
    text,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.NOTHING,
    style: { paragraph: { indent: { left: 0, firstLine: 0 } } },
  });
  const listed = (index: number) => ({ paragraph: { indent: { left: 480 * (index + 1), hanging: 360 } } });
  const depths = [0, 1, 2, 3, 4];
  return {
    config: [
      {
        reference: lists.headings,
        levels: [
          level(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '%1、'),
          level(1, LevelFormat.CHINESE_COUNTING_THOUSAND, '（%2）'),
          level(2, LevelFormat.DECIMAL, '%3.'),
          level(3, LevelFormat.DECIMAL, '（%4）'),
        ],
      },
      {
        reference: lists.bullets,
        levels: depths.map((index) => ({
          level: index,
          format: LevelFormat.BULLET,
          text: index % 2 === 0 ? '•' : '–',
          style: listed(index),
        })),
      },
      ...starts.map((start) => ({
        reference: `${lists.numbers}-${start}`,
        levels: depths.map((index) => ({
          level: index,
          format: LevelFormat.DECIMAL,
          text: `%${index + 1}.`,
          start: index === 0 ? start : 1,
          style: listed(index),
        })),
      })),
    ],
  };
}
