import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facesFor, pagesOfFace, placeOfPage } from '../../../src/model/template/fold.ts';

test('eight pages lie on two sheets so that, laid into each other and folded, they follow each other', () => {
  const faces = facesFor(8);
  expect(faces).toBe(4);
  expect([1, 2, 3, 4].map((face) => pagesOfFace(face, faces))).toEqual([
    { left: 8, right: 1 },
    { left: 2, right: 7 },
    { left: 6, right: 3 },
    { left: 4, right: 5 },
  ]);
});

test.each([
  [1, 2],
  [4, 2],
  [5, 4],
  [23, 12],
])('%i pages take %i faces', (pages, faces) => {
  expect(facesFor(pages)).toBe(faces);
});

test('every page has one place, and the place holds that page', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (pages) => {
      const faces = facesFor(pages);
      for (let page = 1; page <= 2 * faces; page += 1) {
        const { face, half } = placeOfPage(page, faces);
        expect(pagesOfFace(face, faces)[half]).toBe(page);
      }
    }),
    { numRuns: 30 },
  );
});
