import { expect, test } from 'vitest';
import { SourceQueue } from '../../../src/publish/source-queue.ts';

const source = (slug: string) => ({ slug, path: `content/plans/${slug}.mdx`, template: 'meeting' });

/** What one taker is given, until there is no more. */
async function taken(queue: SourceQueue): Promise<string[]> {
  const slugs: string[] = [];
  for (let next = await queue.next(); next !== undefined; next = await queue.next()) slugs.push(next.slug);
  return slugs;
}

test('what is added first is taken first', async () => {
  const queue = new SourceQueue();
  for (const slug of ['a', 'b', 'c']) queue.add(source(slug));
  queue.close();
  expect(await taken(queue)).toEqual(['a', 'b', 'c']);
});

test('several that wait are each woken, and nothing is given twice', async () => {
  const queue = new SourceQueue();
  const takers = [taken(queue), taken(queue), taken(queue)];
  for (const slug of ['a', 'b']) queue.add(source(slug));
  await Promise.resolve();
  for (const slug of ['c', 'd', 'e']) queue.add(source(slug));
  queue.close();
  expect((await Promise.all(takers)).flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('whoever waits when nothing will come is let go', async () => {
  const queue = new SourceQueue();
  const waiting = queue.next();
  queue.close();
  expect(await waiting).toBeUndefined();
  expect(await queue.next()).toBeUndefined();
});
