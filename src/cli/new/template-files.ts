import { UsageError } from '../command.ts';

/** Texts of the files of the template that a new one is made from. */
interface SourceTexts {
  readonly template: string;
  readonly document: string;
  readonly layout: string;
  readonly css: string;
}

interface Names {
  readonly name: string;
  readonly from: string;
  readonly title: string;
}

/**
 * Files of a new template, by path in its folder: those of its source under the new name, with a letterhead and a place for
 * fonts; every file builds as it stands, and its comments say what to replace.
 * @throws {UsageError} if the source is not written as templates are
 */
export function templateFiles(names: Names, source: SourceTexts): ReadonlyMap<string, string> {
  return new Map([
    ['template.ts', withNames(source.template, names)],
    ['Document.astro', withFonts(source.document, names.from)],
    ['layout.ts', withLetterhead(source.layout, names.from)],
    ['print.css', source.css.includes('.letterhead') ? source.css : source.css + letterheadCss],
    ['letterhead.ts', letterhead],
    ['fonts.css', fontsCss],
    ['fonts/README.md', fontsReadme],
  ]);
}

function withNames(text: string, { name, from, title }: Names): string {
  if (/\bkind: 'booklet'/.test(text))
    throw new UsageError(`${from} 是汇编的版式，不能用作底稿。请换一个版式，如 meeting。`);
  const file = `templates/${from}/template.ts`;
  const renamed = replaced(text, /(\bname: )'[^']*'/, `$1'${name}'`, file, 'name');
  // In what replaces, `$` is a sign of its own.
  const written = title.replace(/[\\']/g, '').replaceAll('$', '$$$$');
  return replaced(renamed, /(\btitle: )'[^']*'/, `$1'${written}'`, file, 'title');
}

function withFonts(text: string, from: string): string {
  if (text.includes('fontsCss')) return text;
  const file = `templates/${from}/Document.astro`;
  const imported = replaced(
    text,
    /^import printCss from/m,
    `import fontsCss from './fonts.css?url';\nimport printCss from`,
    file,
    'import printCss',
  );
  return replaced(
    imported,
    /^( *)<link rel="stylesheet" href=\{printCss\}/m,
    `$1<link rel="stylesheet" href={fontsCss} data-pagedjs-ignore />\n$&`,
    file,
    '<link … href={printCss}>',
  );
}

function withLetterhead(text: string, from: string): string {
  if (text.includes('letterhead(html)')) return text;
  const file = `templates/${from}/layout.ts`;
  const imported = replaced(
    text,
    /^import \{ template \} from/m,
    `import { letterhead } from './letterhead.ts';\nimport { template } from`,
    file,
    'import { template }',
  );
  return replaced(
    imported,
    /paper\(document, template, \[/,
    'paper(document, template, [letterhead(html), ',
    file,
    'paper(document, template, […])',
  );
}

function replaced(text: string, pattern: RegExp, by: string, file: string, what: string): string {
  if (!pattern.test(text)) throw new UsageError(`${file} 里没有找到 ${what}，不能用作底稿。请换一个版式。`);
  return text.replace(pattern, by);
}

const letterhead = `import type { Element } from 'hast';
import type { DocumentHtml } from '../../src/html/document-html.ts';
import { h } from '../../src/model/element.ts';

/**
 * 信头：印在每份计划的最前面。现在是填写项【单位名称】，换成自己的内容即可：
 * - 写死单位名称：h('p', '安和物业服务有限公司')
 * - 放标志：把 logo.svg 放进 public/，写 h('img', { src: html.address('/logo.svg'), alt: '安和物业' })
 */
export function letterhead(html: DocumentHtml): Element {
  return h('div', { className: ['letterhead'] }, [h('p', html.blank('organization'))]);
}
`;

const letterheadCss = `
/* 信头 */

.letterhead {
  margin-bottom: 10pt;
  padding-bottom: 4pt;
  border-bottom: 1.5pt solid #000;
}

.letterhead p {
  margin: 0;
  font-weight: 700;
  text-align: left;
  text-indent: 0;
}

.letterhead img {
  display: block;
  max-height: 14mm;
}
`;

const fontsCss = `/*
 * 自己的字体：把字体文件放进 fonts/，照下面的样子写一段 @font-face，再在 print.css 里用这个名字。
 * 只用静态的 TrueType 字体（.ttf 或由它转成的 .woff2）：可变字体和 CFF（.otf）会印成 Type 3，通不过校验。
 *
 * @font-face {
 *   font-family: 'Our Song';
 *   font-weight: 400;
 *   src: url('./fonts/our-song.ttf');
 * }
 */
`;

const fontsReadme = `# 字体

字体文件放在这里，在 \`../fonts.css\` 里声明。请确认许可允许嵌入 PDF。不放字体也可以：版式用自带的思源宋体和思源黑体。
`;
