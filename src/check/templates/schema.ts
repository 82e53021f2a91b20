/** What `template.ts` may say of its template, as a schema for what it exports. */
import { z } from 'zod';
import { nearest } from '../../model/nearest.ts';
import type { PrintTemplate } from '../../model/template/print-template.ts';
import type { TemplateRuleCode } from './catalogue.ts';

/** Something wrong in what a `template.ts` exports. */
export interface Mistake {
  readonly code: TemplateRuleCode;
  /** Keys, and places in lists from 0, that lead to it. */
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly fix: string;
}

function text(most: number, example: string) {
  const wanted = ` 1 到 ${most} 个字的文字，如 '${example}'`;
  return z.string(wanted).trim().min(1, wanted).max(most, wanted);
}

function number(least: number, most: number, example: number) {
  const wanted = ` ${least} 到 ${most} 的数，如 ${example}`;
  return z.number(wanted).min(least, wanted).max(most, wanted);
}

function integer(least: number, most: number, example: number) {
  const wanted = ` ${least} 到 ${most} 的整数，如 ${example}`;
  return z.int(wanted).min(least, wanted).max(most, wanted);
}

function choice(...known: readonly [string, ...string[]]) {
  return z.enum(known, ` ${known.map((one) => `'${one}'`).join('、')} 之一`);
}

/** Of a key that is not known the message is the list of those that are. */
function object<T extends z.core.$ZodShape>(keys: T, example: string) {
  const error = ({ code }: { readonly code: string }): string =>
    code === 'unrecognized_keys' ? Object.keys(keys).join('、') : `一组键和值，如 ${example}`;
  return z.strictObject(keys, { error });
}

function list<T extends z.ZodType>(item: T, example: string, least = 0) {
  const wanted = `${least === 0 ? '' : '不空的'}列表，如 ${example}`;
  return z.array(item, wanted).min(least, wanted);
}

const fitExample = '{ details: [], lists: [], type: { most: 11, usual: 9, least: 8 } }';
const fitDetail = object(
  { list: text(40, 'tasks'), column: text(40, 'measure'), title: text(20, '措施') },
  "{ list: 'tasks', column: 'measure', title: '措施' }",
);
const fitList = object(
  { name: text(40, 'tasks'), title: text(20, '任务'), counter: text(4, '项'), least: integer(1, 1000, 6) },
  "{ name: 'tasks', title: '任务', counter: '项', least: 6 }",
);
const fitAbsent = object({ name: text(40, 'budget'), title: text(20, '预算') }, "{ name: 'budget', title: '预算' }");
const typeSizes = object(
  { most: number(6, 72, 11), usual: number(6, 72, 9), least: number(6, 72, 8) },
  '{ most: 11, usual: 9, least: 8 }',
);
const fit = object(
  {
    details: list(fitDetail, '[]'),
    lists: list(fitList, '[]'),
    absent: list(fitAbsent, '[]').optional(),
    type: typeSizes,
  },
  fitExample,
);

const page = object({ width: number(50, 1200, 210), height: number(50, 1200, 297) }, '{ width: 210, height: 297 }');
const side = number(0, 200, 20);
const margin = object(
  { top: side, right: side, bottom: side, left: side },
  '{ top: 20, right: 20, bottom: 20, left: 20 }',
);
const optionChoice = object(
  {
    value: text(40, 'a4'),
    title: text(20, 'A4'),
    page: page.optional(),
    margin: margin.partial().optional(),
    crop: number(1, 20, 6).optional(),
    note: text(200, '打印时选双面。').optional(),
    fold: z.literal(true, ' true').optional(),
    css: text(10_000, 'h1 { color: #000; }').optional(),
  },
  "{ value: 'a4', title: 'A4' }",
);
const option = object(
  {
    name: text(40, 'paper'),
    title: text(20, '纸张'),
    choices: list(optionChoice, "[{ value: 'a4', title: 'A4' }]", 1),
  },
  "{ name: 'paper', title: '纸张', choices: [{ value: 'a4', title: 'A4' }] }",
);

function templateSchema(folder: string) {
  const keys = {
    name: z.custom((given) => given === folder, `文件夹的名字，如 '${folder}'`),
    title: text(20, '会议稿'),
    kind: choice('plan', 'booklet').optional(),
    page,
    margin,
    pages: object({ min: integer(1, 100_000, 1), max: integer(1, 100_000, 20) }, '{ min: 1, max: 20 }'),
    outlineDepth: integer(1, 6, 2).optional(),
    pictures: choice('all', 'first', 'none').optional(),
    options: list(option, '[paper, crop]').optional(),
    fit: fit.optional(),
    layout: choice('official').optional(),
    runningText: z.custom((given) => typeof given === 'function', '一个函数，如 () => []'),
  } satisfies Record<Exclude<keyof PrintTemplate, 'papers' | 'fold'>, z.ZodType>;
  return object(keys, "{ name: …, title: '会议稿', … }");
}

/** @param folder name of the template's folder */
export function mistakesIn(template: unknown, folder: string): readonly Mistake[] {
  if (template === undefined)
    return [
      {
        code: 'template-export',
        path: [],
        what: '没有找到 export const template = { … }',
        fix: '照 templates/meeting/template.ts 写：export const template: PrintTemplate = { name: …, title: …, … };',
      },
    ];
  const { error } = templateSchema(folder).safeParse(template, { reportInput: true });
  return (error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey([...issue.path.map(asKey), key], issue.message))
      : [wrongValue(issue)],
  );
}

function asKey(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part;
}

function unknownKey(path: Mistake['path'], known: string): Mistake {
  const near = nearest(String(path.at(-1)), known.split('、'));
  const fix = near === undefined ? `可用的键：${known}。` : `是否要写 ${near}？`;
  return { code: 'template-unknown-key', path, what: `未知的键 ${shownPath(path)}`, fix };
}

function wrongValue(issue: z.core.$ZodIssue): Mistake {
  const { input, message } = issue;
  const path = issue.path.map(asKey);
  const shown = shownPath(path);
  if (input === undefined) {
    const fix = `加上 ${shown}，应写${message}。`;
    return { code: 'template-missing-key', path: path.slice(0, -1), what: `缺少 ${shown}`, fix };
  }
  const given = ['string', 'number', 'boolean'].includes(typeof input) ? ` ${JSON.stringify(input)} ` : '';
  const near = issue.code === 'invalid_value' ? nearest(given.slice(2, -2), issue.values.map(String)) : undefined;
  const fix = `${near === undefined ? '' : `是否要写 '${near}'？`}应写${message}。`;
  return { code: 'template-value', path, what: `${shown === '' ? 'template' : shown} 的值${given}不对`, fix };
}

/** `options[1].choices` from keys and places, which people count from 1. */
function shownPath(path: Mistake['path']): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
