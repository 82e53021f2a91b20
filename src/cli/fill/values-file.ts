import { parse } from 'yaml';
import { type Draft, newDraft } from '../../fill/draft.ts';
import { isRecord } from '../../fill/draft-migrations.ts';
import { parsedJson, readDraftObject } from '../../fill/draft-read.ts';
import { readValue } from '../../model/read-value.ts';
import type { Field } from '../../model/field.ts';
import { largestFile, longestValue } from '../../model/limits.ts';
import { nearest } from '../../model/nearest.ts';
import type { Plan } from '../../model/plan.ts';
import type { Value } from '../../model/value.ts';
import { UsageError } from '../command.ts';

/** What a values file says, and what is to be said about it. */
export interface ValuesFile {
  readonly draft: Draft;
  readonly notes: readonly string[];
}

/**
 * Reads a values file: a draft's JSON as the site exports it, or YAML with `values` by label or name and `people` by
 * role. A file that names what the plan does not have is refused, since its writer meant something else.
 * @throws {UsageError} with everything that is wrong with it
 */
export function readValuesFile(text: string, file: string, plan: Plan): ValuesFile {
  const content = parsed(text, file);
  if (isRecord(content) && typeof content['format'] === 'string') return draftOf(content, file, plan);
  if (!isRecord(content))
    throw new UsageError(`${file} 要写成“values:”和“people:”两段；用 --sample 可以写出一份样本。`);
  const wrong: string[] = [];
  const unknown = (what: string, name: string, known: readonly string[]): undefined => {
    const meant = nearest(name, known);
    wrong.push(`没有${what} ${name}${meant === undefined ? '' : `，是否要写 ${meant}`}`);
  };
  for (const key of Object.keys(content)) if (!sections.includes(key)) unknown('这一段', key, sections);
  if (typeof content['plan'] === 'string' && content['plan'] !== plan.slug)
    wrong.push(`它属于计划 ${content['plan']}，不是 ${plan.slug}`);
  const values = entriesOf(content['values'], 'values', wrong).flatMap(([name, value]): [string, Value][] => {
    const field = fieldNamed(plan.fields, name);
    if (field === undefined)
      unknown(
        '填写项',
        name,
        plan.fields.map(({ label }) => label),
      );
    return field === undefined ? [] : [[field.name, readValue(field, value)]];
  });
  const people = entriesOf(content['people'], 'people', wrong).flatMap(([role, person]): [string, string][] => {
    const known = plan.roles.map(({ name }) => name);
    if (!known.includes(role)) unknown('岗位', role, known);
    return [[role, String(person)]];
  });
  if (wrong.length > 0)
    throw new UsageError(`${file} 有 ${wrong.length} 处不对，没有生成任何文件：\n  ${wrong.join('\n  ')}`);
  const name = typeof content['name'] === 'string' ? content['name'] : '';
  const draft = newDraft(plan.slug, {
    name,
    updated: `${plan.updated}T00:00:00.000Z`,
    values: Object.fromEntries(values),
    people: Object.fromEntries(people),
  });
  return { draft, notes: [] };
}

/** The plan that a values file names itself; undefined where it names none. */
export function planNamedIn(text: string, file: string): string | undefined {
  const content = parsed(text, file);
  const draft = isRecord(content) && isRecord(content['draft']) ? content['draft'] : content;
  return isRecord(draft) && typeof draft['plan'] === 'string' ? draft['plan'] : undefined;
}

/** Brackets, or marks of lists in one line, within each other; the reader takes a call, and more, for each. */
const deepest = 24;

function isTooDeep(source: string): boolean {
  let open = 0;
  for (const [bracket] of source.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > deepest) return true;
  }
  return /^[ \t]*(?:[-?:][ \t]+){25}/m.test(source);
}

const sections = ['plan', 'name', 'values', 'people'];

function parsed(text: string, file: string): unknown {
  if (text.length > largestFile)
    throw new UsageError(`${file} 超过 ${largestFile / 1_000_000} MB，没有生成任何文件；请检查是不是选错了文件。`);
  const source = text.replace(/^\uFEFF/, '');
  const json = parsedJson(source);
  if (json !== undefined) return json;
  if (isTooDeep(source))
    throw new UsageError(`${file} 里的括号或列表层次太深，没有生成任何文件；请检查是不是选错了文件。`);
  try {
    // Days stay text in YAML 1.2. Names for what stands elsewhere (&, *) can make a small file large.
    return parse(source, { maxAliasCount: 0 });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new UsageError(`${file} 读不出来：${reason} 没有生成任何文件；请按 YAML 或 JSON 的写法改好。`, {
      cause: error,
    });
  }
}

function draftOf(content: unknown, file: string, plan: Plan): ValuesFile {
  const { draft, problems } = readDraftObject(content);
  if (draft === undefined) throw new UsageError(`${file}：${problems.map(({ message }) => message).join('')}`);
  if (draft.plan !== plan.slug)
    throw new UsageError(
      `${file} 是计划 ${draft.plan} 的稿，不是 ${plan.slug} 的。没有生成任何文件；请改用对应的计划或文件。`,
    );
  return { draft, notes: problems.map(({ message }) => message) };
}

/** A field by its label or its name. */
export function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  return fields.find((field) => field.label === name) ?? fields.find((field) => field.name === name);
}

/** Entries with a text or number; what was left open is none. */
function entriesOf(section: unknown, path: string, wrong: string[]): [string, Value][] {
  if (section === undefined || section === null) return [];
  if (!isRecord(section)) {
    wrong.push(`${path} 下面要每行写“名称: 值”`);
    return [];
  }
  return Object.entries(section).flatMap(([name, value]): [string, Value][] => {
    if (value === null || value === '') return [];
    if (typeof value === 'string' && value.length > longestValue) {
      wrong.push(`${path} 里 ${name} 的值超过 ${longestValue} 字`);
      return [];
    }
    if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) return [[name, value]];
    wrong.push(`${path} 里 ${name} 的值要是文字或数字`);
    return [];
  });
}
