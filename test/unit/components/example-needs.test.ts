import { expect, test } from 'vitest';
import { exampleNeeds } from '../../../src/components/fill/example-needs.ts';
import { samplePlan } from './sample-plan.ts';

test('needs that a plan answers to, in its own words or in others, three at most', () => {
  const collecting = samplePlan({ tags: ['催缴'] });
  const training = samplePlan({ title: '新员工岗前培训计划', tags: ['回访', '考核', '投诉'] });
  const synonyms = [
    ['新人', '新员工'],
    ['催费', '催缴'],
  ];
  expect(exampleNeeds([collecting], [])).toEqual([]);
  expect(exampleNeeds([collecting], synonyms)).toEqual(['催费']);
  expect(exampleNeeds([collecting, training], synonyms).slice(0, 2)).toEqual(['新人培训', '催费']);
  expect(exampleNeeds([], synonyms)).toEqual([]);
});
