import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { PressResult } from '../../src/press/press-job.ts';
import { template } from '../../templates/meeting/template.ts';
import { fillings, readPlans } from './fillings.ts';
import {
  type TextRun,
  type TypeArea,
  outside,
  overlaps,
  textRuns,
  titleOf,
  wrongLineEnds,
  wrongLineStarts,
} from './overlap.ts';
import { pressFillings } from './press-fillings.ts';
import { sharedSite } from './shared-sites.ts';

const content = resolve(import.meta.dirname, '../../content');

let results: readonly PressResult[];
const pages = new Map<string, readonly TextRun[]>();
/** What each document calls itself. */
const titles = new Map<string, string>();
const plans: Plan[] = [];
let area: TypeArea;

beforeAll(async () => {
  const site = await sharedSite('collection');
  plans.push(...(await readPlans(content)));
  area = typeArea();
  results = await pressFillings(site, plans, template);
  for (const result of results) {
    if (result.outcome !== 'made') continue;
    const pdf = await readFile(result.out);
    pages.set(result.slug, await textRuns(pdf));
    titles.set(result.slug, await titleOf(pdf));
  }
});

/** As the template states it, in points. */
function typeArea(): TypeArea {
  const { page, margin } = template;
  const points = (millimetres: number): number => (millimetres / 25.4) * 72;
  return {
    left: points(margin.left),
    right: points(page.width - margin.right),
    top: points(margin.top),
    bottom: points(page.height - margin.bottom),
  };
}

test('there are plans, and every one is proven', () => {
  expect(plans.length).toBeGreaterThan(15);
  expect(results.filter(({ outcome }) => outcome !== 'made')).toEqual([]);
  expect(results).toHaveLength(plans.length * Object.keys(fillings).length);
});

describe.each(Object.keys(fillings))('every plan, %s', (name) => {
  const eachPlan = (look: (runs: readonly TextRun[], plan: Plan) => readonly string[]): Record<string, unknown> => {
    const found = plans.map((plan) => [plan.slug, look(pages.get(`${plan.slug} ${name}`) ?? [], plan)] as const);
    return Object.fromEntries(found.filter(([, places]) => places.length > 0));
  };

  test('no text upon another', () => {
    expect(eachPlan((runs) => overlaps(runs))).toEqual({});
  });

  test('no text beyond the type area', () => {
    const runningText = (runs: readonly TextRun[], plan: Plan): Set<string> => {
      const total = runs.at(-1)?.page ?? 0;
      const title = titles.get(`${plan.slug} ${name}`) ?? '';
      const texts = Array.from({ length: total }, (_, index) =>
        template.runningText({ number: index + 1, total, title }),
      );
      return new Set(texts.flat().map((text) => text.replace(/\s/g, '')));
    };
    expect(eachPlan((runs, plan) => outside(runs, area, runningText(runs, plan)))).toEqual({});
  });

  test('no line begins with a closing mark or ends with an opening one', () => {
    expect(eachPlan((runs) => [...wrongLineStarts(runs), ...wrongLineEnds(runs)])).toEqual({});
  });
});

describe('filled documents', () => {
  test('have no blank and no bracket left', () => {
    const open = plans.filter((plan) =>
      (pages.get(`${plan.slug} examples`) ?? []).some(({ text }) => text.includes('【')),
    );
    expect(open).toEqual([]);
  });

  test('the checks see what they look for', () => {
    const run = (text: string, left: number, top: number): TextRun => ({
      page: 1,
      text,
      left,
      right: left + 20,
      top,
      bottom: top + 8,
    });
    expect(overlaps([run('甲', 100, 100), run('乙', 119, 104), run('丙', 121, 100)])).toEqual([
      '第 1 页：「甲」与「乙」',
      '第 1 页：「乙」与「丙」',
    ]);
    expect(outside([run('甲', area.right - 10, 100), run('页脚', 100, 840)], area, new Set(['页脚']))).toHaveLength(1);
    const lines = [
      run('一', 70, 100),
      run('，二', 91, 100),
      run('，三', 70, 140),
      run('标签', 70, 172),
      run('，四', 110, 160),
    ];
    expect(wrongLineStarts(lines)).toEqual(['第 1 页：「，三」']);
    expect(wrongLineEnds([run('（', 70, 100), run('标签', 95, 112), run('一（', 70, 200)])).toEqual([
      '第 1 页：「一（」',
    ]);
  });
});
