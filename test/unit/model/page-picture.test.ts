import { expect, test } from 'vitest';
import { pictureFile, pictureHeight, picturesOfPage } from '../../../src/model/template/page-picture.ts';

test('the first page has both widths in both formats, the others one file', () => {
  expect(picturesOfPage(1).map((picture) => pictureFile('meeting', picture))).toEqual([
    'meeting-1.480.avif',
    'meeting-1.480.webp',
    'meeting-1.794.avif',
    'meeting-1.794.webp',
  ]);
  expect(picturesOfPage(2).map((picture) => pictureFile('one-page', picture))).toEqual(['one-page-2.794.webp']);
});

test.each([
  [{ width: 210, height: 297 }, 794, 1123],
  [{ width: 297, height: 210 }, 480, 339],
])('the height follows the page box %o', (box, width, height) => {
  expect(pictureHeight(box, width)).toBe(height);
});
