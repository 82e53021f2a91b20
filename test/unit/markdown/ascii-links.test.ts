import fc from 'fast-check';
import type { Link, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { parseProse } from '../../../src/markdown/parse-prose.ts';

function parsed(source: string): Root {
  const tree = parseProse(source);
  if (!('children' in tree)) throw new Error(tree.rule);
  return tree;
}

function linksIn(source: string): Link[] {
  const links: Link[] = [];
  visit(parsed(source), 'link', (link) => {
    links.push(link);
  });
  return links;
}

describe('an address ends before the first character that is not ASCII', () => {
  const addresses = [
    'https://kf.example.com',
    'http://a.example:8080/x?y=1&z=2',
    'www.example.com',
    'kefu@example.com',
  ];
  const behind = [...Array.from('。，、；：！？》】」』）”’…—％￥　登あ한é'), '😀', '\u2028'];
  test.each(addresses.flatMap((address) => behind.map((sign) => [address, sign] as const)))('%s%s', (address, sign) => {
    const found = linksIn(`见${address}${sign}后面`);
    expect(found.map((link) => toString(link))).toEqual([address]);
    expect(toString(parsed(`见${address}${sign}后面`))).toBe(`见${address}${sign}后面`);
  });
});

test.each(['www.例子.com', 'https://例子.测试/路径', '甲@例子.com', 'http://', 'https://！', 'www.', 'www.。'])(
  'no address: %s',
  (words) => {
    expect(linksIn(`见${words}，后面`)).toEqual([]);
  },
);

test('what stands behind an address is Markdown', () => {
  expect(parsed('https://a.example，**重点**')).toMatchObject({
    children: [{ children: [{ type: 'link' }, { value: '，' }, { type: 'strong' }] }],
  });
});

test('whatever is written, addresses are ASCII and can be parsed, and no character is lost', () => {
  const piece = fc.constantFrom(
    ...[
      'https://',
      'http://',
      'www.',
      'a.example',
      '.com',
      'x@y.com',
      '/路',
      ':80',
      '(',
      ')',
      '?q=1',
      '&a;',
      '.',
      '_',
      '-',
    ],
    ...['。', '！', '登', '“', '”', ' ', '，', '~', '>', '1', '#', '/'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const source = `见${pieces.join('')}完`;
      for (const { url } of linksIn(source)) expect(url).toMatch(/^[\x20-\x7E]+$/);
      for (const { url } of linksIn(source)) expect(URL.canParse(url), url).toBe(true);
      // Two underscores may be the marks of emphasis, as anywhere in Markdown.
      const words = (text: string): string => text.replace(/[\s_]/g, '');
      expect(words(toString(parsed(source)))).toBe(words(source));
    }),
  );
});
