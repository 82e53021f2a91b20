import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { guideWords } from './guide-words.zh.ts';

/**
 * An entry's file, shortened to its bones: scalars of the front matter as they stand, lists by their number of items,
 * and of the prose the first sentence, the headings and the components, in their order.
 */
export function entryOutline(source: string): string {
  const [, frontMatter = '', prose = ''] = /^---\r?\n([^]*?)\r?\n---\r?\n([^]*)$/.exec(source) ?? [];
  return ['---', ...frontMatterOutline(frontMatter), '---', '', ...proseOutline(prose)].join('\n');
}

function frontMatterOutline(text: string): string[] {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return [];
  const modeline = /^# yaml-language-server:.*$/m.exec(text)?.[0];
  const keys = contents.items.flatMap(({ key, value }): string[] => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    if (isSeq(value) && !value.flow) return [`${name}: # ${guideWords.file.items(value.items.length)}`];
    if (isMap(value) && !value.flow) return [`${name}: # ${value.items.map((item) => String(item.key)).join('、')}`];
    const [start = 0, end = 0] = (isNode(value) ? value.range : undefined) ?? [];
    return [`${name}: ${text.slice(start, end)}`];
  });
  return modeline === undefined ? keys : [modeline, ...keys];
}

function proseOutline(prose: string): string[] {
  const blocks = prose.split(/\n{2,}/).map((block) => block.trim());
  const opening = blocks.find((block) => block !== '' && !/^[#<]/.test(block)) ?? '';
  const bones = blocks.filter((block) => /^(?:#{2,}\s|<[A-Z])/.test(block));
  return [`${/^[^。]*。?/u.exec(opening)?.[0] ?? ''}${guideWords.file.more}`, ...bones].flatMap((block) => [block, '']);
}
