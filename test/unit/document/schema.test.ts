/** A document that comes from elsewhere, such as a draft's, holds nothing that runs or is loaded from another site. */
import { expect, test } from 'vitest';
import { type Block, type Inline, documentSchema } from '../../../src/document/schema.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { entryDocument } from '../../../src/document/entry-document.ts';

const document = entryDocument(samplePlan(), '\n文\n');

function accepts(block: object): boolean {
  return documentSchema.safeParse({ ...document, blocks: [block] }).success;
}

const paragraph = (inline: object): object => ({ kind: 'paragraph', id: 'p1', content: [inline] });
const words: Inline[] = [{ kind: 'text', text: '文' }];

test.each<[string, object]>([
  ['an element that runs', { kind: 'span', element: 'script', content: words }],
  ['an element that frames', { kind: 'span', element: 'iframe', content: words }],
  ['an attribute that runs', { kind: 'span', element: 'span', attributes: { onclick: 'x()' }, content: words }],
  ['an attribute that styles', { kind: 'span', element: 'span', attributes: { style: 'x' }, content: words }],
  ['a link that runs', { kind: 'link', href: 'javascript:x()', content: words }],
  ['a link that hides what it is', { kind: 'link', href: 'java\nscript:x()', content: words }],
  ['a picture of another site', { kind: 'picture', src: 'https://a.example/x.png', alt: '' }],
  ['a picture without a scheme', { kind: 'picture', src: '//a.example/x.png', alt: '' }],
  ['a picture in its address', { kind: 'picture', src: 'data:image/svg+xml,<svg/>', alt: '' }],
])('%s is refused', (_, inline) => {
  expect(accepts(paragraph(inline))).toBe(false);
});

test('a group is of an element that only holds together', () => {
  const group = (element: string): object => ({ kind: 'group', id: 'b1', element, blocks: [] });
  expect(accepts(group('section'))).toBe(true);
  for (const element of ['style', 'object', 'svg', 'form']) expect(accepts(group(element)), element).toBe(false);
});

test('what prose may hold is taken', () => {
  const blocks: Block[] = entryDocument(
    samplePlan(),
    '\n<section class="框" id="块">\n\n<span lang="en" title="x">word</span>，[链](https://a.example/?q=甲)，[站](/plans/x/)，[信](mailto:a@b.example)\n\n</section>\n\n![图](../pictures/a.png)\n',
  ).blocks;
  expect(documentSchema.safeParse({ ...document, blocks }).error).toBeUndefined();
  expect(JSON.stringify(blocks)).toMatch(/"class":"框".*"lang":"en"/);
});
