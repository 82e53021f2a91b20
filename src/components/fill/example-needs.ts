import type { Plan } from '../../model/plan.ts';
import { type SynonymGroups, WordCutter } from '../../model/search/search-words.ts';
import { searchStrings } from '../shelf/search-strings.zh.ts';

const mostExamples = 3;

/** Examples of what can be searched for: needs that a plan of the shelf answers to, in its own words or in others. */
export function exampleNeeds(
  plans: readonly Pick<Plan, 'title' | 'summary' | 'tags' | 'tasks'>[],
  synonyms: SynonymGroups,
): readonly string[] {
  const cutter = new WordCutter(synonyms);
  const texts = plans.map(({ title, summary, tags, tasks }) =>
    [title, summary, ...tags, ...tasks.map(({ name }) => name)].join('\n').toLowerCase(),
  );
  const answers = (text: string, need: string): boolean => {
    const words = cutter.wordsOf(need);
    return words.length > 0 && words.every((word) => [word.text, ...word.others].some((one) => text.includes(one)));
  };
  return searchStrings.needs.filter((need) => texts.some((text) => answers(text, need))).slice(0, mostExamples);
}
