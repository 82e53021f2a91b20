import { nearest } from '../model/nearest.ts';
import { UsageError } from './command.ts';

/** There is no `kind` of that name; says which was meant, or which there are. */
export function unknownName(kind: string, name: string, known: readonly string[]): UsageError {
  const meant = nearest(name, known);
  return new UsageError(
    `没有${kind} ${name}${meant === undefined ? `。现有：${known.join('、')}。` : `，是否要写 ${meant}？`}`,
  );
}
