import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { readBlocks } from '../../../src/export/read-blocks.ts';

function paragraphs(alt: string, caption: string): readonly string[] {
  const figure = h('figure', [h('img', { src: 'a.png', alt }), h('figcaption', caption)]);
  return readBlocks(h('main', [figure]), () => undefined).map((block) =>
    block.kind === 'paragraph'
      ? block.content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')
      : '',
  );
}

test('a caption that repeats the words for its picture is said once', () => {
  expect(paragraphs('回访流程', '回访流程')).toEqual(['（图：回访流程）']);
});

test('another caption stands below', () => {
  expect(paragraphs('前台', '前台的一天')).toEqual(['（图：前台）', '前台的一天']);
});
