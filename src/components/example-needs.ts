import type { Plan } from '../model/plan.ts';

/** Examples of what can be searched for, and how long they may be. */
const mostExamples = 3;
const lengths = { least: 4, most: 6 } as const;

/** Tags that say what a plan is for, each of another industry, in the order of the shelf. */
export function exampleNeeds(plans: readonly Pick<Plan, 'industry' | 'title' | 'tags'>[]): readonly string[] {
  const byIndustry = new Map<string, string>();
  for (const { industry, title, tags } of plans) {
    // What the title says is on the shelf to be seen.
    const need = tags.find(
      (tag) =>
        tag.length >= lengths.least &&
        tag.length <= lengths.most &&
        /^\p{Script=Han}+$/u.test(tag) &&
        !title.includes(tag),
    );
    if (need !== undefined && !byIndustry.has(industry)) byIndustry.set(industry, need);
  }
  return [...new Set(byIndustry.values())].slice(0, mostExamples);
}
