import { h, s } from 'hastscript';
import { expect, test } from 'vitest';
import { h as lightH, s as lightS } from '../../../src/client/light-hastscript.ts';

const bold = h('b', '甲');

test.each([
  ['a word', [h('p', '甲'), lightH('p', '甲')]],
  ['no content', [h('col', { className: ['a'] }), lightH('col', { className: ['a'] })]],
  ['lists in lists', [h('tr', [[h('td'), '乙'], null]), lightH('tr', [[lightH('td'), '乙'], null])]],
  ['content alone', [h('p', bold, '乙', 3), lightH('p', bold, '乙', 3)]],
  [
    'marks',
    [
      h('span', { className: ['due'], dataOffset: '+2w', title: null, dataEdge: undefined }, '甲'),
      lightH('span', { className: ['due'], dataOffset: '+2w', title: null, dataEdge: undefined }, '甲'),
    ],
  ],
  [
    'drawing',
    [
      s('svg', { viewBox: '0 0 1 1', role: 'img', ariaLabelledBy: ['a'] }, [
        s('text', { x: 1, textAnchor: 'end' }, '甲'),
      ]),
      lightS('svg', { viewBox: '0 0 1 1', role: 'img', ariaLabelledBy: ['a'] }, [
        lightS('text', { x: 1, textAnchor: 'end' }, '甲'),
      ]),
    ],
  ],
])('makes the same of %s', (_, [theirs, ours]) => {
  expect(ours).toEqual(theirs);
});

test('refuses a selector', () => {
  expect(() => lightH('p.a')).toThrow('p.a');
});
