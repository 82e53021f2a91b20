import type { Manuscript } from './manuscript.ts';

interface Part {
  readonly path: string;
  readonly data: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Title, author and dates. The library would put the present time there. ECMA-376-2 §11 */
export function corePart({ title, author, unit, publisher, stamp, filled: { plan } }: Manuscript): Part {
  const time = stamp.toISOString().replace(/\.\d+Z$/, 'Z');
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  const names = [unit, author].filter((name) => name !== '').join(' ');
  const data = [
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(plan.title)}</dc:subject>`,
    `<dc:creator>${escaped(names === '' ? publisher : names)}</dc:creator>`,
    `<cp:keywords>${escaped(plan.tags.join('，'))}</cp:keywords><dc:language>zh-CN</dc:language>`,
    `${date('created')}${date('modified')}</cp:coreProperties>`,
  ];
  return { path: 'docProps/core.xml', data: data.join('') };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Fonts of the document with what may stand in for them where they are not installed. ECMA-376-1 §17.8.3.1 */
export const fontTablePart: Part = {
  path: 'word/fontTable.xml',
  data: [
    `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`,
    font('宋体', 'SimSun,Noto Serif CJK SC,Source Han Serif SC', 'roman'),
    font('黑体', 'SimHei,Noto Sans CJK SC,Source Han Sans SC', 'swiss'),
    font('楷体', 'KaiTi,LXGW WenKai,AR PL UKai CN', 'script'),
    '</w:fonts>',
  ].join(''),
};

function font(name: string, instead: string, family: string): string {
  return `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;
}
