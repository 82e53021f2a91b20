import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { exhaustive } from '../exhaustive.ts';
import type { Filling } from '../../src/document/filling.ts';
import { exampleValues } from '../../src/model/compute.ts';
import type { Field } from '../../src/model/field.ts';
import { type Plan, planSchema, toPlan } from '../../src/model/plan.ts';
import type { Value } from '../../src/model/value.ts';

/** 单姓、复姓、两人同任一岗. */
const names = ['王小明', '欧阳静怡', '李强', '张伟、刘洋'];

/** The three states that every document must look right in. */
export const fillings: Readonly<Record<string, (plan: Plan) => Filling | undefined>> = {
  blank: () => undefined,
  examples: (plan) => ({ values: exampleValues(plan.fields), people: peopleOf(plan, 1) }),
  'three times as long': (plan) => ({
    values: Object.fromEntries(plan.fields.map((field) => [field.name, longValue(field, exampleValues(plan.fields))])),
    people: peopleOf(plan, 3),
  }),
};

/** The two that lie furthest apart; under `npm run test:long` also what lies between them. */
export const outermost = Object.keys(fillings).filter((name) => exhaustive || name !== 'examples');

function peopleOf(plan: Plan, times: number): Record<string, string> {
  return Object.fromEntries(
    plan.roles.map(({ name }, index) => [name, (names[index % names.length] ?? '').repeat(times)]),
  );
}

function longValue(field: Field, examples: Readonly<Record<string, Value>>): Value {
  if (field.name === 'year') return 2027;
  if (field.kind === 'date') return '2027-12-31';
  const example = examples[field.name] ?? field.label;
  if (typeof example === 'number') return Number(String(example).replace('.', '').repeat(3));
  return field.kind === 'month' ? example : example.repeat(3);
}

/** Every plan of a content folder, by file name. */
export async function readPlans(content: string): Promise<Plan[]> {
  const files = (await readdir(join(content, 'plans'))).filter((name) => name.endsWith('.mdx')).sort();
  return Promise.all(
    files.map(async (name) => {
      const source = await readFile(join(content, 'plans', name), 'utf8');
      const [, frontMatter = ''] = /^---\n([^]*?)\n---/.exec(source) ?? [];
      return toPlan(name.replace('.mdx', ''), planSchema.parse(parse(frontMatter)));
    }),
  );
}
