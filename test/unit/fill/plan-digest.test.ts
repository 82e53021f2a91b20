import { expect, test } from 'vitest';
import { isRepublished, planDigest } from '../../../src/fill/plan-digest.ts';
import { sampleDocument, sampleProse } from '../document/sample-entry.ts';
import { fullPlan } from './sample-document.ts';

const document = sampleDocument();
const digest = planDigest(fullPlan, document);

test('the digest changes with words and data, not with the date of revision alone', () => {
  expect(digest).toMatch(/^2\.\w+$/);
  expect(planDigest({ ...fullPlan, updated: '2027-01-01' }, document)).toBe(digest);
  expect(planDigest({ ...fullPlan, title: '别的' }, document)).not.toBe(digest);
  const other = sampleDocument(fullPlan, sampleProse.replace('短信提醒', '电话提醒'));
  expect(planDigest(fullPlan, other)).not.toBe(digest);
});

test('a plan is published anew for drafts that can be compared with it', () => {
  expect(isRepublished(digest, digest)).toBe(false);
  expect(isRepublished('2.other', digest)).toBe(true);
  expect(isRepublished('', digest)).toBe(false);
  expect(isRepublished('0abc123', digest)).toBe(false);
});
