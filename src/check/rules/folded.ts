import { firstIn, isWithoutSpace, lastIn } from '../../markdown/remark-joined-lines.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** A value that goes on in a second line has a space there. Between Chinese characters nobody means one. */
export const noFoldedGaps: Rule = ({ spans, text }) =>
  spans.flatMap((span): Finding[] => {
    if (typeof span.path === 'string') return [];
    const { value } = span;
    return [...value.matchAll(/(?<=\S) (?=\S)/gu)].flatMap(({ index }): Finding[] => {
      const left = lastIn(value.slice(0, index));
      const right = firstIn(value.slice(index + 1, index + 3));
      if (!isWithoutSpace(left, right) || !/^\s*\n/.test(text.slice(span.offset(index)))) return [];
      return [
        {
          code: 'yaml-fold',
          position: span.locate(index + 1),
          what: `“${left}”和“${right}”之间的换行会印成空格`,
          fix: '把这个值写成一行；要分行印就用 | 开头的写法。',
        },
      ];
    });
  });
