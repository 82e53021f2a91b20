import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { rehypeSiteLinks } from '../../../src/markdown/rehype-site-links.ts';

test.each([
  ['/team/plans/', '/plans/x/', '/team/plans/plans/x/'],
  ['/team/plans', '/plans/x/#y', '/team/plans/plans/x/#y'],
  ['/', '/plans/x/', '/plans/x/'],
  ['/team/', '/', '/team/'],
  ['/team/', '//example.cn/x', '//example.cn/x'],
  ['/team/', 'https://example.cn/', 'https://example.cn/'],
  ['/team/', '#y', '#y'],
])('below %s, %s is %s', (base, written, address) => {
  const tree: Root = h(null, [h('a', { href: written }), h('img', { src: written })]);
  rehypeSiteLinks({ base })(tree);
  expect(toHtml(tree)).toBe(`<a href="${address}"></a><img src="${address}">`);
});

test('an element that is written as HTML is no exception', () => {
  const attributes = [{ type: 'mdxJsxAttribute' as const, name: 'href', value: '/plans/x/' }];
  const tree: Root = {
    type: 'root',
    children: [{ type: 'mdxJsxTextElement', name: 'a', attributes, children: [] }],
  };
  rehypeSiteLinks({ base: '/team/' })(tree);
  expect(attributes[0]?.value).toBe('/team/plans/x/');
});
