import type { Draft } from '../../fill/draft.ts';
import { nearest } from '../../model/nearest.ts';
import type { Plan } from '../../model/plan.ts';
import { type CommandContext, UsageError } from '../command.ts';
import { readArgumentFile } from '../argument-file.ts';
import { decodedTable } from '../fill/table.ts';
import { placedProblems } from '../fill/value-places.ts';
import { planNamedIn, readValuesFile } from '../fill/values-file.ts';

/**
 * Gives each values file to the plan that it names; of a plan that stands in the booklet twice, the first file to the
 * first. A booklet of one plan takes a file that names none.
 * @returns for each plan its draft, or undefined
 * @throws {UsageError} if a file belongs to no plan of the booklet
 */
export async function draftsForPapers(
  plans: readonly Plan[],
  files: readonly string[],
  { root, print }: Pick<CommandContext, 'root' | 'print'>,
): Promise<(Draft | undefined)[]> {
  const drafts = plans.map((): Draft | undefined => undefined);
  for (const file of files) {
    const text = decodedTable(await readArgumentFile(file, root), file);
    const slug = planNamedIn(text, file) ?? (plans.length === 1 ? plans[0]?.slug : undefined);
    const index = plans.findIndex((plan, place) => plan.slug === slug && drafts[place] === undefined);
    const plan = plans[index];
    if (plan === undefined) throw strayFile(file, slug, plans);
    const { draft, notes } = readValuesFile(text, file, plan);
    for (const note of notes) print(`注意：${note}`);
    for (const problem of placedProblems(draft, text, file, plan)) print(problem);
    drafts[index] = draft;
  }
  return drafts;
}

function strayFile(file: string, slug: string | undefined, plans: readonly Plan[]): UsageError {
  if (slug === undefined)
    return new UsageError(`${file} 没有写明属于哪份计划，没有生成任何文件；请在文件里加一行“plan: 计划的英文名”。`);
  const known = [...new Set(plans.map((plan) => plan.slug))];
  if (known.includes(slug))
    return new UsageError(`${file} 属于计划 ${slug}，它的每一份都已经有值了；请把 ${slug} 再写一次，或去掉这个文件。`);
  const meant = nearest(slug, known);
  return new UsageError(
    `${file} 属于计划 ${slug}，这一册里没有它${meant === undefined ? '' : `，是否要写 ${meant}`}；没有生成任何文件。`,
  );
}
