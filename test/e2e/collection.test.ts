import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { soleBlank } from '../../src/model/blank.ts';
import { type ExportFormat, exported } from '../../src/export/formats.ts';
import type { Field } from '../../src/model/field.ts';
import { parseOffset, withinPeriod } from '../../src/model/time/offset.ts';
import { fieldByLabel } from '../../src/model/plan.ts';
import type { Figure } from '../../src/model/target/target-figure.ts';
import { type Target, parseTarget } from '../../src/model/target/target.ts';
import { unitOf } from '../../src/model/unit.ts';
import { formatValue, numberOf } from '../../src/model/value.ts';
import {
  articleTexts,
  bare,
  calendarText,
  docxText,
  jsonText,
  markdownText,
  xlsxText,
} from '../unit/export/read-back.ts';
import { type FilledPlan, fillWithExamples, withClass } from './filled-plan.ts';
import { sharedSite } from './shared-sites.ts';

const content = resolve(import.meta.dirname, '../../content');
const chapters = [
  ...Array.from({ length: 20 }, (_, i) => String(i + 1)).filter((chapter) => chapter !== '13'),
  '13a',
  '13b',
];
const files = (await readdir(join(content, 'plans'))).filter((name) => name.endsWith('.mdx')).sort();

const filled = new Map<string, FilledPlan>();

beforeAll(async () => {
  const site = await sharedSite('collection');
  for (const file of files) filled.set(file, await fillWithExamples(join(content, 'plans'), file, site.dist));
});

function of(file: string): FilledPlan {
  const plan = filled.get(file);
  if (plan === undefined) throw new Error(`${file} was not read`);
  return plan;
}

describe('the collection', () => {
  test('builds, and holds a plan for every chapter', () => {
    const plans = [...filled.values()].map(({ plan }) => plan);
    expect(plans.map(({ source }) => source?.chapter).sort()).toEqual(chapters.sort());
    expect(new Set(plans.map(({ title }) => title)).size).toBe(21);
    expect(new Set(plans.map(({ summary }) => summary)).size).toBe(21);
  });
});

describe.each(files)('%s, filled with its examples', (file) => {
  test('has no blank and no placeholder left', () => {
    const { document, text } = of(file);
    expect(text.length).toBeGreaterThan(1000);
    expect(withClass(document, 'blank')).toEqual([]);
    expect(text.match(/[【】]|20[xX]{2}|[××xX]{2,}|__|--|undefined|NaN|null/gu)).toBeNull();
  });

  test('shows every value as its field formats it, with its unit once', () => {
    const { plan, values, document } = of(file);
    const doubled: string[] = [];
    visit(document, 'element', (element, index, parent) => {
      const label = element.properties['dataField'];
      if (typeof label !== 'string' || index === undefined) return;
      const field = fieldByLabel(plan, label);
      const value = field && values.get(field.name);
      if (field === undefined || value === undefined) throw new Error(`${file}: no value for ${label}`);
      const after = parent?.children[index + 1];
      const unit = unitOf(field);
      if (unit !== '' && element.properties['dataUnit'] !== 'none' && after?.type === 'text') {
        if (after.value.startsWith(unit)) doubled.push(`${formatValue(field, value)}${after.value.slice(0, 10)}`);
      }
    });
    expect(doubled).toEqual([]);
  });

  test('has examples within their limits, and dates in order', () => {
    const { plan, values } = of(file);
    for (const field of plan.fields) {
      if (!('min' in field)) continue;
      const value = numberOf(values.get(field.name) ?? '');
      if (field.min !== undefined) expect(value, field.label).toBeGreaterThanOrEqual(field.min);
      if (field.max !== undefined) expect(value, field.label).toBeLessThanOrEqual(field.max);
    }
    const start = String(values.get('start'));
    expect(start.slice(0, 4)).toBe(String(values.get('year')));
    expect(String(values.get('written')) < start).toBe(true);
  });

  test('computes every figure, and none is negative', () => {
    const { plan, values } = of(file);
    for (const field of plan.fields.filter(({ kind }) => kind === 'computed')) {
      expect(values.get(field.name), field.label).toBeGreaterThanOrEqual(0);
    }
  });

  test('has weights of 100, and targets that ask for more than the baseline', () => {
    const entry = of(file);
    expect(entry.plan.kpis.reduce((sum, { weight = 0 }) => sum + weight, 0)).toBeCloseTo(100, 6);
    for (const kpi of entry.plan.kpis) {
      const target = parseTarget(kpi.target);
      const baseline = parseTarget(kpi.baseline ?? '');
      if (baseline?.kind !== 'single' || (target?.kind !== 'single' && target?.kind !== 'range')) continue;
      const now = figureOf(entry, target.kind === 'single' ? target.figure : target.low);
      const before = figureOf(entry, baseline.figure);
      if (lowers(target)) expect(now, kpi.name).toBeLessThanOrEqual(before);
      else expect(now, kpi.name).toBeGreaterThanOrEqual(before);
    }
  });

  test('has a budget that adds up', () => {
    const entry = of(file);
    const { budget } = entry.plan;
    if (budget?.total === undefined) return;
    const sum = budget.lines.reduce((total, { amount }) => total + amountOf(entry, amount), 0);
    expect(sum).toBeCloseTo(amountOf(entry, budget.total), 6);
  });

  test('says the same in every format', async () => {
    const { manuscript, plan, article } = of(file);
    const content = async (format: ExportFormat) => (await exported(manuscript, format)).content;
    const found = {
      docx: await docxText(await content('docx')),
      xlsx: await xlsxText(await content('xlsx')),
      md: markdownText(await content('md')),
      json: jsonText(await content('json')),
    };
    const texts = articleTexts(article);
    expect(texts.length).toBeGreaterThan(100);
    const missing = Object.entries(found).flatMap(([format, text]) =>
      texts.filter((piece) => !text.includes(piece)).map((piece) => `${format}: ${piece}`),
    );
    expect(missing).toEqual([]);
    const calendar = calendarText(await content('ics'));
    for (const { name } of [...plan.tasks, ...plan.reviews]) expect(calendar).toContain(bare(plainOf(name, of(file))));
  });

  test('keeps every time within its period', () => {
    const { plan } = of(file);
    for (const { due, name } of [...plan.tasks, ...plan.reviews]) {
      const offset = due === undefined ? undefined : parseOffset(due);
      if (offset !== undefined) expect(withinPeriod(offset, plan.period), name).toBe(true);
    }
  });
});

/** A text of the plan's data with its blanks filled in. */
function plainOf(text: string, { plan, values }: FilledPlan): string {
  return text.replace(/【([^】]+)】/gu, (blank, label: string) => {
    const field = fieldByLabel(plan, label);
    const value = field && values.get(field.name);
    return field === undefined || value === undefined ? blank : formatValue(field, value);
  });
}

function lowers(target: Target): boolean {
  return target.kind === 'single' && (target.comparison === '≤' || target.comparison === '<');
}

function figureOf(entry: FilledPlan, figure: Figure): number {
  if (figure.kind === 'ratio') return figure.left / figure.right;
  return figure.kind === 'number' ? figure.value : valueOf(entry, figure.label);
}

function amountOf(entry: FilledPlan, amount: number | string): number {
  return typeof amount === 'number' ? amount : valueOf(entry, soleBlank(amount) ?? '');
}

function valueOf({ plan, values }: FilledPlan, label: string): number {
  const field: Field | undefined = fieldByLabel(plan, label);
  const value = field && numberOf(values.get(field.name) ?? '');
  if (value === undefined) throw new Error(`${plan.slug}: ${label} has no number`);
  return value;
}
