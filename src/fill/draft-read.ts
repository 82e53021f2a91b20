import type { z } from 'zod';
import { fieldNameSchema } from '../model/field.ts';
import { longestValue } from '../model/limits.ts';
import { type Draft, changesSchema, draftSchema, personSchema, roleNameSchema, valueSchema } from './draft.ts';
import { draftFormat, draftVersion } from './draft-format.ts';
import { type LooseDraft, isRecord, migrated } from './draft-migrations.ts';
import { changesIn } from '../document/changes/changed-document.ts';
import { type Edit, editSchema } from '../document/edits/edit.ts';

/** What is wrong with a draft that was read. */
export interface DraftProblem {
  /** `entry`: one entry was left out, the rest was read. With any other code nothing was read. */
  readonly code: 'not-json' | 'not-a-draft' | 'newer' | 'damaged' | 'too-large' | 'entry';
  /** Where in the draft: `values.satisfaction`; '' for the whole. */
  readonly path: string;
  /** What, why and what to do, for the writer. */
  readonly message: string;
}

/** A draft as far as it could be read, or why it could not be. */
export interface DraftReading {
  readonly draft: Draft | undefined;
  readonly problems: readonly DraftProblem[];
}

/** Longest draft file that is read, in UTF-16 units: some hundred values of 100,000 characters. */
const longestDraft = 16_000_000;

/** Reads a draft's JSON. Never throws; entries that are damaged are left out and named, the rest is read. */
export function readDraft(text: string): DraftReading {
  if (text.length > longestDraft)
    return refused('too-large', '这个文件太大，不会是一份稿。没有改动任何内容；请检查是不是选错了文件。');
  const json = parsedJson(text.replace(/^\uFEFF/, ''));
  return json === undefined
    ? refused(
        'not-json',
        '读不出来：内容不是完整的 JSON，可能在传送中被截断或改动。没有改动任何内容；请向对方再要一次原文件。',
      )
    : readDraftObject(json);
}

/** What a text of JSON says; undefined for any other text. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON, cut or altered
  }
}

/** The same for JSON that is parsed already. An exported document with its draft is read as that draft. */
export function readDraftObject(source: unknown): DraftReading {
  const json = isRecord(source) && source['format'] === 'planshelf.document' ? source['draft'] : source;
  if (!isRecord(json) || json['format'] !== draftFormat)
    return refused(
      'not-a-draft',
      '这不是草稿文件：缺少 "format": "planshelf.draft"。没有改动任何内容；请选择从本站导出的 JSON 文件。',
    );
  const { version } = json;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return refused('damaged', '稿的版本号读不出来，文件可能被改动过。没有改动任何内容；请改用未改动的文件。');
  if (version > draftVersion)
    return refused(
      'newer',
      `这份稿由更新的版本写成（格式 ${version}，这里只认到 ${draftVersion}）。没有改动任何内容；请刷新页面或更新程序后再打开。`,
    );
  return readPresent(migrated(json, version));
}

/** Nothing was read, and why. */
export function refused(code: DraftProblem['code'], message: string): DraftReading {
  return { draft: undefined, problems: [{ code, path: '', message }] };
}

const shape = draftSchema.shape;

function readPresent(json: LooseDraft): DraftReading {
  const plan = shape.plan.safeParse(json['plan']);
  if (!plan.success)
    return refused('damaged', '稿里没有写明属于哪份计划（plan）。没有改动任何内容；请改用未改动的文件。');
  const problems: DraftProblem[] = [];
  const left = (path: string, entry?: unknown): void => {
    const reason = isTooLong(entry) ? `超过 ${longestValue} 字` : '读不出来';
    problems.push({ code: 'entry', path, message: `稿中的“${path}”${reason}，已略过，其余照常；原文件没有改动。` });
  };
  const one = <T>(key: keyof typeof shape, schema: z.ZodType<T>, otherwise: T): T => {
    const parsed = schema.safeParse(json[key]);
    if (!parsed.success && json[key] !== undefined) left(key);
    return parsed.success ? parsed.data : otherwise;
  };
  for (const key of Object.keys(json)) if (!Object.hasOwn(shape, key)) left(key);
  const edits = [...changed(json['changes'], left), ...listed('edits', json['edits'], left)];
  const draft: Draft = {
    format: draftFormat,
    version: draftVersion,
    plan: plan.data,
    planDigest: one('planDigest', shape.planDigest, ''),
    name: one('name', shape.name, ''),
    updated: one('updated', shape.updated, '1970-01-01T00:00:00.000Z'),
    values: entries('values', json['values'], fieldNameSchema, valueSchema, left),
    people: entries('people', json['people'], roleNameSchema, personSchema, left),
    ...(edits.length > 0 && { edits }),
  };
  return { draft, problems };
}

function isTooLong(entry: unknown): boolean {
  return typeof entry === 'string' && entry.length > longestValue;
}

function entries<V>(
  path: string,
  source: unknown,
  key: z.ZodType<string>,
  value: z.ZodType<V>,
  left: (path: string, entry?: unknown) => void,
): Record<string, V> {
  if (source === undefined) return {};
  if (!isRecord(source)) {
    left(path);
    return {};
  }
  // `fromEntries` makes plain properties of all names, `__proto__` too.
  return Object.fromEntries(
    Object.entries(source).flatMap(([name, entry]): [string, V][] => {
      const parsed = key.safeParse(name).success ? value.safeParse(entry) : undefined;
      if (parsed?.success === true) return [[name, parsed.data]];
      left(`${path}.${name}`, entry);
      return [];
    }),
  );
}

/**
 * What was changed in the text of a file. Its documents are not taken over, whoever has written them: the words of the
 * changes are, and are put into the plan as it is published here.
 */
function changed(source: unknown, left: (path: string) => void): Edit[] {
  if (source === undefined) return [];
  try {
    const parsed = changesSchema.safeParse(source);
    if (parsed.success) return listed('changes', changesIn(parsed.data), left);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // nested deeper than any text
  }
  left('changes');
  return [];
}

function listed(path: string, source: unknown, left: (path: string) => void): Edit[] {
  if (source === undefined) return [];
  if (!Array.isArray(source) || source.length > 5000) {
    left(path);
    return [];
  }
  return source.flatMap((entry: unknown, index) => {
    const parsed = editSchema.safeParse(entry);
    if (parsed.success) return [parsed.data];
    left(`${path}.${index}`);
    return [];
  });
}
