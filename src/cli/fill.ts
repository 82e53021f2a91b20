import { writeFile } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { type Draft, newDraft } from '../fill/draft.ts';
import { documentRows } from '../document/edits/document-rows.ts';
import { type EditProblem, editProblems } from '../fill/edit-problems.ts';
import type { FilledPlan } from '../fill/fill-plan.ts';
import type { EditConflict } from '../document/edits/resolve-edits.ts';
import type { Plan } from '../model/plan.ts';
import { readPlans } from '../check/read-plan.ts';
import { type Command, type CommandContext, UsageError, readArguments } from './command.ts';
import { formatsOf } from './fill/asked-formats.ts';
import { fillRows } from './fill/fill-rows.ts';
import { openFillContext } from './fill/fill-context.ts';
import { columnsOf } from './fill/rows.ts';
import { sampleValues } from './fill/sample.ts';
import { decodedTable, readTable } from './fill/table.ts';
import { readArgumentFile } from './argument-file.ts';
import { unknownName } from './unknown-name.ts';
import { placedProblems } from './fill/value-places.ts';
import { readValuesFile } from './fill/values-file.ts';
import { type FillFormat, distinctNames, makeDocuments } from './fill/make-documents.ts';
import { reportTemplateProblems } from './report-templates.ts';

const usage = `用法：npm run plan -- fill <slug> --values 文件.yaml [--template 版式] [--option paper=16k]… [--format pdf,docx,xlsx,ics,md,json] [--out 文件或文件夹]
      npm run plan -- fill <slug> --rows 名单.csv [--values 共同的值.yaml] …
      npm run plan -- fill <slug> --sample [--out 文件.yaml]`;

const optionTypes = {
  values: 'string',
  rows: 'string',
  sample: 'boolean',
  template: 'string',
  option: 'strings',
  format: 'string',
  out: 'string',
} as const;
type Options = ReturnType<typeof readArguments<typeof optionTypes>>['options'];

/** `plan -- fill <slug>`: a plan with somebody's values in it, as PDF and in other formats; one, or one a row of a table. */
export const fill: Command = async (context) => {
  const { options, names } = readArguments(context.args, optionTypes);
  const [slug, ...more] = names;
  if (slug === undefined || more.length > 0) throw new UsageError(usage);
  const plan = planNamed(slug, await readPlans(context.root));
  if (options.sample === true) return writeSample(plan, options, context);
  if (options.values === undefined && options.rows === undefined) throw new UsageError(usage);
  if (await reportTemplateProblems(context.root, context.print)) return 1;
  const base = await baseDraft(plan, options.values, context);
  return options.rows === undefined
    ? fillOne(plan, base, options, context)
    : fillTable(plan, base, options.rows, options, context);
};

/** @throws {UsageError} with the nearest slug that there is */
export function planNamed(slug: string, plans: ReadonlyMap<string, Plan>): Plan {
  const plan = plans.get(slug);
  if (plan === undefined) throw unknownName('计划', slug, [...plans.keys()]);
  return plan;
}

async function writeSample(plan: Plan, { out }: Options, { root, print }: CommandContext): Promise<number> {
  const text = sampleValues(plan);
  if (out === undefined) {
    print(text.trimEnd());
    return 0;
  }
  await writeFile(resolve(root, out), text, { flag: 'wx' }).catch((error: unknown) => {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw there ? new UsageError(`已经有 ${out}，没有改动它。请换一个名字。`) : error;
  });
  print(`写好了 ${out}。填好后运行 npm run plan -- fill ${plan.slug} --values ${out}`);
  return 0;
}

async function baseDraft(plan: Plan, path: string | undefined, { root, print }: CommandContext): Promise<Draft> {
  if (path === undefined) return newDraft(plan.slug, { updated: `${plan.updated}T00:00:00.000Z` });
  const text = decodedTable(await readArgumentFile(path, root), path);
  const { draft, notes } = readValuesFile(text, path, plan);
  for (const note of notes) print(`注意：${note}`);
  for (const problem of placedProblems(draft, text, path, plan)) print(problem);
  return draft;
}

/** Folder and, where one file is asked for by name, its name. */
function placeOf(
  options: Options,
  formats: readonly FillFormat[],
  { root }: CommandContext,
): { readonly folder: string; readonly stem: string | undefined } {
  const out = options.out === undefined ? resolve(root, 'filled') : resolve(root, options.out);
  const ending = extname(out);
  const isFile = formats.length === 1 && `.${formats[0] ?? ''}` === ending.toLowerCase() && options.rows === undefined;
  return isFile ? { folder: dirname(out), stem: basename(out, ending) } : { folder: out, stem: undefined };
}

async function fillOne(plan: Plan, draft: Draft, options: Options, context: CommandContext): Promise<number> {
  const formats = formatsOf(options.format, options.out);
  const { folder, stem } = placeOf(options, formats, context);
  const order = {
    texts: textsOf(draft),
    formats,
    out: folder,
    stem,
    templateName: options.template,
    options: options.option ?? [],
  };
  const fillContext = await openFillContext(plan, order, context);
  const name = stem === undefined ? distinctNames()('2') : () => stem;
  const [result] = await makeDocuments(fillContext, [{ draft, name }]);
  for (const { message } of result ? problemsOf(result.filled) : []) context.print(`注意：${message}`);
  for (const conflict of result?.filled.conflicts ?? []) context.print(`注意：${conflictWords(conflict)}`);
  for (const file of result?.made ?? []) context.print(`写好了 ${resolve(folder, file)}`);
  for (const file of result?.kept ?? []) context.print(`没有变化 ${resolve(folder, file)}`);
  for (const failure of result?.failures ?? []) context.print(`没有做成 ${failure}`);
  return (result?.failures.length ?? 1) > 0 ? 1 : 0;
}

function problemsOf({ text, plan, draft }: FilledPlan): EditProblem[] {
  return editProblems({ rowsOf: (table) => documentRows(text, table), plan, draft });
}

async function fillTable(
  plan: Plan,
  base: Draft,
  path: string,
  options: Options,
  context: CommandContext,
): Promise<number> {
  const formats = formatsOf(options.format, undefined);
  const { folder } = placeOf(options, formats, context);
  const table = readTable(decodedTable(await readArgumentFile(path, context.root), path), path);
  if (table.rows.length === 0)
    throw new UsageError(`${path} 只有第一行的标签，下面没有内容，没有生成任何文件。请每份写一行。`);
  const { columns, notes } = columnsOf(table, plan, base, path);
  for (const note of notes) context.print(`注意：${note}`);
  const texts = [...textsOf(base), ...table.rows.flatMap(({ cells }) => cells)];
  const order = {
    texts,
    formats,
    out: folder,
    stem: undefined,
    templateName: options.template,
    options: options.option ?? [],
  };
  return fillRows({ table, columns, base, context: await openFillContext(plan, order, context) }, context);
}

/** Every word of a draft that may come to stand in a document. */
export function textsOf({ values, people, edits = [] }: Draft): string[] {
  const edited = edits.flatMap((edit) =>
    edit.kind === 'text' ? [edit.text] : edit.kind === 'row' ? Object.values(edit.cells) : [],
  );
  return [...Object.values(values).map(String), ...Object.values(people), ...edited];
}

const reasons: Readonly<Record<EditConflict['reason'], string>> = {
  changed: '此处的原文已修订，修改未采用，保留原文',
  missing: '计划中已没有此处，修改未采用',
  omitted: '这张表已删除，新增的行未采用',
  ambiguous: '原文有几处相同，无法确定是哪一处，修改未采用',
  column: '表中没有新增行所写的某一列，该单元格未采用',
  total: '预算的合计是单独填写的，不随各行变化，请核对',
  unsuitable: '此处不支持这种修改，未采用',
};

/** Why a change could not be made, for the writer. */
export function conflictWords({ edit, reason }: EditConflict): string {
  const place = 'at' in edit ? edit.at.split('#')[0] : edit.kind === 'row' ? edit.table : edit.within;
  return `${reasons[reason]}（${place ?? ''}）。`;
}
