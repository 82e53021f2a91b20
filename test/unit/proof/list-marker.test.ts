import { expect, test } from 'vitest';
import { markerToken, numberToken, writtenOrdinals } from '../../../src/proof/list-marker.ts';

test.each(['', ' ', '• ', '◦ ', '▪ ', '– '])('a bullet %j leaves nothing', (marker) => {
  expect(markerToken(marker)).toBe('');
});

test.each([
  ['1. ', '1'],
  ['12）', '12'],
  ['一、', '一'],
  ['（三）', '三'],
  ['iv. ', 'iv'],
])('%j is the number %j', (marker, core) => {
  expect(markerToken(marker)).toBe(numberToken(core));
});

test.each([
  [1, ['1', '01', '一', 'a', 'A', 'i', 'I', '①']],
  [10, ['10', '十', 'j', 'J', 'x', 'X', '⑩']],
  [14, ['14', '十四', 'n', 'N', 'xiv', 'XIV', '⑭']],
  [28, ['28', '二十八', 'ab', 'AB', 'xxviii', 'XXVIII']],
  [105, ['105', '一百零五', 'da', 'DA', 'cv', 'CV']],
  [0, ['0', '零', '00']],
  [-2, ['-2']],
])('%d is written', (ordinal, written) => {
  expect([...writtenOrdinals(ordinal)].sort()).toEqual([...written].sort());
});
