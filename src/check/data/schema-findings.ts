import type { z } from 'zod';
import { fieldKinds } from '../../model/field.ts';
import { nearest } from '../../model/nearest.ts';
import { type PlanEntry, planSchema, planShape } from '../../model/plan.ts';
import { hanValue } from '../../model/target/target-figure.ts';
import { numberOf } from '../../model/value.ts';
import type { Finding } from '../entry.ts';
import type { FrontMatter } from './front-matter.ts';
import { describe, knownKeys } from './schema-description.ts';
import { lastKey, misfitWords, offsetWords, pathName, noDayWords, shown, typeName, valueAt } from './schema-words.ts';
import { bareNumberWords, targetWords } from './target-findings.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** The parts of the front matter that are valid, and what is wrong with the others. */
export interface SchemaResult {
  readonly entry: Partial<PlanEntry>;
  readonly findings: readonly Finding[];
}

/** Checks the front matter against the plan schema; each part apart, so that one wrong part does not hide the rest. */
export function checkSchema(frontMatter: FrontMatter): SchemaResult {
  const { content } = frontMatter;
  const whole = planSchema.safeParse(content);
  if (whole.success) return { entry: whole.data, findings: [] };
  const { issues } = whole.error;
  const misspelt = new Set(issues.flatMap(meantKeys));
  const findings = issues
    .filter(({ path }) => !(misspelt.has(JSON.stringify(path)) && valueAt(content, path) === undefined))
    .flatMap((issue) => findingsOf(issue, frontMatter));
  return { entry: validParts(content), findings };
}

function validParts(content: unknown): Partial<PlanEntry> {
  if (typeof content !== 'object' || content === null) return {};
  const given = new Map<string, unknown>(Object.entries(content));
  const entries = Object.entries(planShape).flatMap(([key, schema]): [string, unknown][] => {
    const parsed = schema.safeParse(given.get(key));
    return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : [];
  });
  // Each value was parsed by the schema of its own key.
  return Object.fromEntries(entries);
}

/** Paths of the keys that misspelt ones stand for: those keys are not missing as well. */
function meantKeys(issue: Issue): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = knownKeys(issue.path);
  return issue.keys.flatMap((key) => {
    const meant = nearest(key, known);
    return meant === undefined ? [] : [JSON.stringify([...issue.path, meant])];
  });
}

function findingsOf(issue: Issue, frontMatter: FrontMatter): Finding[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, frontMatter));
  const absent = absence(path, frontMatter);
  if (absent !== undefined) return [absent];
  const given = valueAt(frontMatter.content, path);
  const position = frontMatter.positionOf(path);
  switch (issue.code) {
    case 'invalid_type':
      return [
        numberAsText(path, frontMatter, issue.expected) ??
          wrongType(path, frontMatter, `${pathName(path)} 的类型不对，应为${typeName(issue.expected)}`),
      ];
    case 'invalid_value':
      return [{ code: 'unknown-value', position, ...unknownValue(path, given, issue.values) }];
    case 'invalid_union':
      return invalidUnion(issue, frontMatter);
    case 'custom': {
      return issue.params?.['code'] === 'offset'
        ? [{ code: 'offset', position, ...offsetWords(path, given) }]
        : [{ code: 'kpi-target', position, ...targetWords(path, given) }];
    }
    default: {
      const { what, fix = expectation(path) } = noDayWords(path, given) ?? misfitWords(issue, given);
      return [{ code: 'value-form', position, what, fix }];
    }
  }
}

function expectation(path: Path): string {
  const keys = knownKeys(path);
  const itemKeys = knownKeys([...path, 0]);
  const known = `${keys.length > 0 ? `可用的键：${keys.join('、')}。` : ''}${itemKeys.length > 0 ? `每项的键：${itemKeys.join('、')}。` : ''}`;
  const expected = describe(path);
  return expected === undefined ? known || '对照 /schema/plan.schema.json 改正。' : `应填：${expected}。${known}`;
}

/** A key that is not there, or has nothing behind it. */
function absence(path: Path, frontMatter: FrontMatter): Finding | undefined {
  const given = valueAt(frontMatter.content, path);
  const code = 'missing-key';
  if (path.length === 0) {
    const fix = `在两行 --- 之间写上 ${knownKeys([]).slice(0, 4).join('、')} 等键。`;
    return given === null ? { code, position: frontMatter.positionOf(path), what: '数据部分是空的', fix } : undefined;
  }
  const expected = lastKey(path) === 'kind' ? `可选：${fieldKinds.join('、')}。` : expectation(path);
  if (given === null) {
    const position = frontMatter.keyPositionOf(path.slice(0, -1), lastKey(path));
    return { code, position, what: `${pathName(path)} 后面没有值`, fix: `补上值。${expected}` };
  }
  if (given !== undefined) return undefined;
  return {
    code,
    position: frontMatter.positionOf(path),
    what: `缺少 ${pathName(path)}`,
    fix: `补上 ${lastKey(path)}。${expected}`,
  };
}

function unknownKey(key: string, path: Path, frontMatter: FrontMatter): Finding {
  const given = valueAt(frontMatter.content, path);
  const known = knownKeys(path, valueAt(given, ['kind']));
  const meant = nearest(key, known);
  return {
    code: 'unknown-key',
    position: frontMatter.keyPositionOf(path, key),
    what: `未知的键 ${key}${path.length === 0 ? '' : `（在 ${pathName(path)} 中）`}`,
    fix: `${meant === undefined ? '删去它，或改成别的键。' : `是否要写 ${meant}？`}这里可用的键：${known.join('、')}。`,
  };
}

function unknownValue(path: Path, given: unknown, values: readonly unknown[]): { what: string; fix: string } {
  const known = values.map(String);
  const meant = nearest(shown(given), known);
  return {
    what: `${pathName(path)} 的值“${shown(given)}”不在可选范围内`,
    fix: `${meant === undefined ? '' : `是否要写 ${meant}？`}可选：${known.join('、')}。`,
  };
}

/** A number with a unit, commas or quotes, where one without is asked for: `weight: 30%`. */
function numberAsText(path: Path, frontMatter: FrontMatter, expected: string): Finding | undefined {
  const given = valueAt(frontMatter.content, path);
  if ((expected !== 'number' && expected !== 'int') || typeof given !== 'string') return undefined;
  const number = hanValue(given.trim()) ?? numberOf(/^[^%％\p{L}]*/u.exec(given.trim())?.[0] ?? '');
  const mended = `只写阿拉伯数字，不写单位${number === undefined ? '' : `：${lastKey(path)}: ${number}`}。`;
  const what = `${pathName(path)} 的“${shown(given)}”不是数字`;
  return { code: 'wrong-type', position: frontMatter.positionOf(path), what, fix: mended };
}

/** An unquoted 2027-01-05 is a date to YAML, also where text is asked for. */
function wrongType(path: Path, frontMatter: FrontMatter, what: string): Finding {
  const given = valueAt(frontMatter.content, path);
  const position = frontMatter.positionOf(path);
  if (typeof given === 'number' && path[0] === 'kpis' && ['baseline', 'target'].includes(lastKey(path)))
    return { code: 'kpi-target', position, ...bareNumberWords(path, given, frontMatter.content) };
  if (!(given instanceof Date)) return { code: 'wrong-type', position, what, fix: expectation(path) };
  const day = shown(given);
  if (['due', 'start'].includes(lastKey(path))) return { code: 'offset', position, ...offsetWords(path, given) };
  const asText = `给它加上引号："${day}"，就是文字了。`;
  return {
    code: 'wrong-type',
    position,
    what: `${pathName(path)} 的 ${day} 被当成了日期，这里要的是文字`,
    fix: asText,
  };
}

function invalidUnion(issue: Extract<Issue, { code: 'invalid_union' }>, frontMatter: FrontMatter): Finding[] {
  const { path } = issue;
  const position = frontMatter.positionOf(path);
  const given = valueAt(frontMatter.content, path);
  if (lastKey(path) === 'kind') return [{ code: 'unknown-value', position, ...unknownValue(path, given, fieldKinds) }];
  const inner = issue.errors.flat();
  // A union of which one member failed for a reason of its own, such as a baseline that does not parse.
  const custom = inner.find(({ code }) => code === 'custom');
  if (custom !== undefined) return findingsOf({ ...custom, path: [...path, ...custom.path] }, frontMatter);
  const form = inner.some(({ code }) => code === 'invalid_format' || code === 'too_small' || code === 'too_big');
  if (!form) return [wrongType(path, frontMatter, `${pathName(path)} 的“${shown(given)}”类型不对`)];
  const { what, fix } = noDayWords(path, given) ?? {
    what: `${pathName(path)} 的“${shown(given)}”不合写法`,
    fix: expectation(path),
  };
  return [{ code: 'value-form', position, what, fix }];
}
