import type { PrintTemplate } from '../../model/print-template.ts';

/** What a key of `template.ts` may hold, as far as it stands there literally. */
export interface KeyShape {
  readonly required?: true;
  /** What is to be written, in words, and one example of it. */
  readonly wanted: string;
  readonly example: string;
  /** Judges text, numbers and truth values; `[]`, `{}` and a function stand for any of their kind. */
  readonly accepts: (given: unknown) => boolean;
  /** The texts that are known, for suggesting one. */
  readonly choices?: readonly string[];
  readonly keys?: Shape;
  readonly items?: KeyShape;
}

export type Shape = Readonly<Record<string, KeyShape>>;

const required = <T extends KeyShape>(shape: T): T & { required: true } => ({ ...shape, required: true });

function text(most: number, example: string): KeyShape {
  const accepts = (given: unknown): boolean => typeof given === 'string' && given.trim() !== '' && given.length <= most;
  return { wanted: ` 1 到 ${most} 个字的文字`, example: `'${example}'`, accepts };
}

function number(least: number, most: number, example: number, whole = false): KeyShape {
  const accepts = (given: unknown): boolean =>
    typeof given === 'number' && given >= least && given <= most && (!whole || Number.isInteger(given));
  return { wanted: ` ${least} 到 ${most} 的${whole ? '整数' : '数'}`, example: String(example), accepts };
}

function choice(choices: readonly string[], example: string): KeyShape {
  const accepts = (given: unknown): boolean => choices.some((known) => known === given);
  return { wanted: ' ' + choices.map((known) => `'${known}'`).join('、'), example: `'${example}'`, accepts, choices };
}

function object(keys: Shape, example: string): KeyShape {
  return { wanted: '一组键和值', example, accepts: isObject, keys };
}

function list(items: KeyShape, example: string): KeyShape {
  return { wanted: '列表', example, accepts: Array.isArray, items };
}

function isObject(given: unknown): boolean {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

const fitDetail = object(
  { list: required(text(40, 'tasks')), column: required(text(40, 'measure')), title: required(text(20, '措施')) },
  "{ list: 'tasks', column: 'measure', title: '措施' }",
);
const fitList = object(
  {
    name: required(text(40, 'tasks')),
    title: required(text(20, '任务')),
    counter: required(text(4, '项')),
    least: required(number(1, 1000, 6, true)),
  },
  "{ name: 'tasks', title: '任务', counter: '项', least: 6 }",
);
const fitAbsent = object(
  { name: required(text(40, 'budget')), title: required(text(20, '预算')) },
  "{ name: 'budget', title: '预算' }",
);
const typeSizes = { most: number(6, 72, 11), usual: number(6, 72, 9), least: number(6, 72, 8) };
const fit = object(
  {
    details: required(list(fitDetail, '[]')),
    lists: required(list(fitList, '[]')),
    absent: list(fitAbsent, '[]'),
    type: required(object(mapRequired(typeSizes), '{ most: 11, usual: 9, least: 8 }')),
  },
  '{ details: [], lists: [], type: { most: 11, usual: 9, least: 8 } }',
);

function mapRequired(shape: Shape): Shape {
  return Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, required(value)]));
}

const millimetres = number(0, 200, 20);
const sides = { top: millimetres, right: millimetres, bottom: millimetres, left: millimetres };
const optionChoice = object(
  {
    value: required(text(40, 'a4')),
    title: required(text(20, 'A4')),
    page: object(
      mapRequired({ width: number(50, 1200, 210), height: number(50, 1200, 297) }),
      '{ width: 210, height: 297 }',
    ),
    margin: object(sides, '{ left: 30 }'),
    crop: number(1, 20, 6),
    note: text(200, '打印时选双面。'),
    fold: { wanted: ' true', example: 'true', accepts: (given) => given === true },
    css: text(10_000, 'h1 { color: #000; }'),
  },
  "{ value: 'a4', title: 'A4' }",
);
const option = object(
  {
    name: required(text(40, 'paper')),
    title: required(text(20, '纸张')),
    choices: required(list(optionChoice, "[{ value: 'a4', title: 'A4' }]")),
  },
  "{ name: 'paper', title: '纸张', choices: [{ value: 'a4', title: 'A4' }] }",
);

/** Keys of the description of the template in a folder. */
export function templateShape(folder: string): Shape {
  return {
    name: required({
      wanted: '文件夹的名字',
      example: `'${folder}'`,
      accepts: (given) => given === folder,
    }),
    title: required(text(20, '会议稿')),
    kind: choice(['plan', 'booklet'], 'plan'),
    page: required(
      object(
        mapRequired({ width: number(50, 1200, 210), height: number(50, 1200, 297) }),
        '{ width: 210, height: 297 }',
      ),
    ),
    pages: required(
      object(
        mapRequired({ min: number(1, 100_000, 1, true), max: number(1, 100_000, 20, true) }),
        '{ min: 1, max: 20 }',
      ),
    ),
    outlineDepth: number(1, 6, 2, true),
    pictures: choice(['all', 'first', 'none'], 'all'),
    margin: object(mapRequired(sides), '{ top: 20, right: 20, bottom: 20, left: 20 }'),
    options: list(option, '[paper, crop]'),
    fit,
    layout: choice(['official'], 'official'),
    runningText: required({
      wanted: '一个函数',
      example: '() => []',
      accepts: (given) => typeof given === 'function',
    }),
  } satisfies Record<Exclude<keyof PrintTemplate, 'papers' | 'fold'>, KeyShape>;
}
