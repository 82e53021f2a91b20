import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseProse } from '../../../src/markdown/parse-prose.ts';

function typesOf(source: string): string[] {
  const tree = parseProse(source);
  if ('rule' in tree) throw new Error(JSON.stringify(tree));
  return tree.children.map(({ type }) => type);
}

function firstParagraph(source: string): Root['children'][number] | undefined {
  const tree = parseProse(source);
  return 'rule' in tree ? undefined : tree.children.find(({ type }) => type === 'paragraph');
}

describe('positions are those of the file', () => {
  test.each([
    ['after front matter', '---\ntitle: 甲\n---\n\n正文', 5],
    ['with CRLF', '---\r\ntitle: 甲\r\n---\r\n\r\n正文', 5],
    ['with a byte order mark', '\uFEFF---\ntitle: 甲\n---\n\n正文', 5],
    ['without front matter', '正文', 1],
    ['with a rule in the prose', '---\ntitle: 甲\n---\n\n正文\n\n---\n\n后', 5],
  ])('%s', (_, source, line) => {
    expect(firstParagraph(source)?.position?.start).toMatchObject({ line, column: 1 });
  });
});

test('prose begins where the front matter ends, whatever a value of it holds', () => {
  expect(typesOf('---\ntitle: "甲\u2028---\n  乙"\n---\n正文')).toEqual(['paragraph']);
});

test('an attribute’s position is that of the file, too', () => {
  expect(firstParagraph('---\ntitle: 甲\n---\n\n见<a href="/" title="书架">书架</a>')).toMatchObject({
    children: [{}, { attributes: [{}, { position: { start: { line: 5, column: 14, offset: 31 } } }] }],
  });
});

test('reads tables, components, comments and strikethrough as the site does', () => {
  expect(typesOf('| a |\n| - |\n| b |\n\n<Kpis />\n\n{/* x */}')).toEqual([
    'table',
    'mdxJsxFlowElement',
    'mdxFlowExpression',
  ]);
  expect(firstParagraph('**“重点”**文字~~“旧”~~文字')).toMatchObject({
    children: [{ type: 'strong' }, { type: 'text' }, { type: 'delete' }, { type: 'text' }],
  });
});

describe('what cannot be read', () => {
  test.each([
    ['温度<5℃', 'unexpected-character', 1, 4],
    ['甲\n\n<Kpis>', 'end-tag-mismatch', 3, 1],
    ['- 甲\n  <Tasks>\n- 乙', 'end-tag-mismatch', 2, 3],
    ['<Kpis>\n</Tasks>', 'end-tag-mismatch', 2, 1],
    ['---\na: 1\n---\n\n{单位 名称}', 'acorn', 5, 4],
    ['{x', 'unexpected-eof', 1, 3],
    ['</Kpis>', 'unexpected-closing-slash', 1, 2],
  ])('%j', (source, rule, line, column) => {
    expect(parseProse(source)).toMatchObject({ rule, position: { kind: 'point', line, column } });
  });
});
