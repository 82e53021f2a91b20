import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { PressResult } from '../../src/press/press-job.ts';
import { template } from '../../templates/one-page/template.ts';
import { outermost, readPlans } from './fillings.ts';
import { type TextRun, outside, overlaps, textRuns, wrongLineStarts } from './overlap.ts';
import { pressFillings } from './press-fillings.ts';
import { sharedSite } from './shared-sites.ts';

const content = resolve(import.meta.dirname, '../../content');

let results: readonly PressResult[];
let plans: readonly Plan[];
const runs = new Map<string, readonly TextRun[]>();

beforeAll(async () => {
  const site = await sharedSite('collection');
  plans = await readPlans(content);
  results = await pressFillings(site, plans, template, outermost);
  for (const { slug, out, outcome } of results)
    if (outcome === 'made') runs.set(slug, await textRuns(await readFile(out)));
});

/** Type area of the style sheet, in points. */
const area = { left: 14, top: 14, right: 210 - 14, bottom: 297 - 12 };
const points = (millimetres: number): number => (millimetres / 25.4) * 72;

test('every plan in every filling is proven to be one page of at least 8 pt', () => {
  expect(plans.length).toBeGreaterThan(15);
  expect(results.filter(({ outcome }) => outcome !== 'made')).toEqual([]);
  expect(results).toHaveLength(plans.length * outermost.length);
  for (const result of results) {
    if (result.outcome === 'failed') continue;
    expect(result.record.pages, result.slug).toBe(1);
    expect(result.record.fit?.type, result.slug).toBeGreaterThanOrEqual(8);
  }
});

describe.each(outermost)('every plan, %s', (name) => {
  const found = (look: (page: readonly TextRun[]) => readonly string[]): Record<string, unknown> =>
    Object.fromEntries(
      plans
        .map(({ slug }) => [slug, look(runs.get(`${slug} ${name}`) ?? [])] as const)
        .filter(([, places]) => places.length > 0),
    );

  test('no text upon another', () => {
    expect(found(overlaps)).toEqual({});
  });

  test('no text beyond the type area', () => {
    const inPoints = {
      left: points(area.left),
      top: points(area.top),
      right: points(area.right),
      bottom: points(area.bottom),
    };
    expect(found((page) => outside(page, inPoints, new Set()))).toEqual({});
  });

  test('no line begins with a closing mark', () => {
    expect(found(wrongLineStarts)).toEqual({});
  });
});
