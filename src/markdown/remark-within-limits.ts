import type { Processor } from 'unified';
import { isTooDeep, proseLimitFault } from './prose-limits.ts';

/**
 * Refuses prose before it is parsed that would take the parser minutes; see `proseLimitFault`. It comes before the plugins
 * that add syntax.
 */
export function remarkWithinLimits(this: Processor): void {
  const { parser: parse } = this;
  if (parse === undefined) throw new Error('remark-parse comes first');
  this.parser = (document, file) => {
    const fault = proseLimitFault(document);
    if (fault !== undefined) file.fail(`${fault.what}。${fault.fix}`, { line: fault.line, column: fault.column });
    const tree = parse(document, file);
    if (isTooDeep(tree)) file.fail('正文里的标记层次太深。');
    return tree;
  };
}
