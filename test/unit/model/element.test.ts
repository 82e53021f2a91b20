import { h, s } from 'hastscript';
import { expect, test } from 'vitest';
import { h as ownH } from '../../../src/model/element.ts';

const bold = h('b', '甲');

test.each([
  ['a word', [h('p', '甲'), ownH('p', '甲')]],
  ['no content', [h('col', { className: ['a'] }), ownH('col', { className: ['a'] })]],
  ['lists in lists', [h('tr', [[h('td'), '乙'], null]), ownH('tr', [[ownH('td'), '乙'], null])]],
  ['content alone', [h('p', bold, '乙', 3), ownH('p', bold, '乙', 3)]],
  [
    'marks',
    [
      h('span', { className: ['due'], dataOffset: '+2w', title: null, dataEdge: undefined }, '甲'),
      ownH('span', { className: ['due'], dataOffset: '+2w', title: null, dataEdge: undefined }, '甲'),
    ],
  ],
  [
    'drawing',
    [
      s('svg', { viewBox: '0 0 1 1', role: 'img', ariaLabelledBy: ['a'] }, [
        s('text', { x: 1, textAnchor: 'end' }, '甲'),
      ]),
      ownH('svg', { viewBox: '0 0 1 1', role: 'img', ariaLabelledBy: ['a'] }, [
        ownH('text', { x: 1, textAnchor: 'end' }, '甲'),
      ]),
    ],
  ],
])('makes the same of %s', (_, [theirs, ours]) => {
  expect(ours).toEqual(theirs);
});

test('refuses a selector', () => {
  expect(() => ownH('p.a')).toThrow('p.a');
});
