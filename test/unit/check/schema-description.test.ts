import { describe as suite, expect, test } from 'vitest';
import { describe, knownKeys, planJsonSchema } from '../../../src/check/data/schema-description.ts';

interface Node {
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function isChinese(words: unknown): boolean {
  return typeof words === 'string' && /\p{sc=Han}/u.test(words);
}

/** Every property of every object of the schema, with its way. */
function properties(node: unknown, way = ''): [string, Node][] {
  if (!isNode(node)) return [];
  const own = isNode(node['properties']) ? Object.entries(node['properties']) : [];
  const below = own.flatMap(([key, value]): [string, Node][] =>
    isNode(value) ? [[`${way}.${key}`, value], ...properties(value, `${way}.${key}`)] : [],
  );
  const variants = ['anyOf', 'oneOf'].flatMap((key) => (Array.isArray(node[key]) ? (node[key] as unknown[]) : []));
  return [
    ...below,
    ...properties(node['items'], `${way}[]`),
    ...variants.flatMap((variant) => properties(variant, way)),
  ];
}

suite('the published schema', () => {
  const all = properties(planJsonSchema());

  test('has all parts', () => {
    expect(all.length).toBeGreaterThan(60);
  });

  test('says in Chinese what belongs to each key', () => {
    const silent = all.filter(([, node]) => !isChinese(node['description']));
    expect(silent.map(([way]) => way)).toEqual([]);
  });
});

test.each([
  [[], undefined, ['title', 'kpis', 'ignore']],
  [['kpis', 0], undefined, ['name', 'target', 'weight']],
  [['budget', 'lines', 3], undefined, ['item', 'amount', 'basis', 'when']],
  [['fields', 0, 'compute'], undefined, ['op', 'of']],
])('keys at %j', (path, kind, expected) => {
  expect(knownKeys(path, kind)).toEqual(expect.arrayContaining(expected));
});

test('keys of a field are those of its kind', () => {
  expect(knownKeys(['fields', 0], 'text')).not.toContain('min');
  expect(knownKeys(['fields', 0], 'number')).toContain('min');
  expect(knownKeys(['fields', 0], 'number')).not.toContain('options');
  expect(knownKeys(['fields', 0])).toEqual(expect.arrayContaining(['min', 'options', 'compute']));
});

test.each([
  [['nowhere'], undefined],
  [['title', 'below'], undefined],
  [['kpis', 2, 'weight'], '权重，百分点；一份计划合计 100'],
  [['fields', 0, 'options'], '可选项，至少两个'],
])('description at %j', (path, expected) => {
  expect(describe(path)).toBe(expected);
});
