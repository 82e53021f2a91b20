import { HeadingCounter } from '../model/numbering.ts';
import type { Block } from './schema.ts';
import { everyBlock } from './walk.ts';

/** Numbers of the headings among some blocks, by id: 一、（一）1.（1）. */
export function headingNumbers(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const counter = new HeadingCounter();
  const numbers = new Map<string, string>();
  for (const block of everyBlock(blocks)) {
    if (block.kind !== 'heading' || block.numbered !== true) continue;
    const { id, level } = block;
    if (level === 1 || level === 2 || level === 3 || level === 4) numbers.set(id, counter.next(level));
  }
  return numbers;
}
