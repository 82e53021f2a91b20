import type { PrintTemplate } from '../model/template/print-template.ts';
import { type ChosenOptions, readOptions } from '../model/template/template-options.ts';
import { UsageError } from './command.ts';

/**
 * What is chosen of a template by `--option name=value`, given once for each.
 * @throws {UsageError} if an option or its value is not known, with the nearest known one
 */
export function chosenOptions({ name, options = [] }: PrintTemplate, given: readonly string[]): ChosenOptions {
  const chosen = readOptions(options, given);
  if (typeof chosen === 'string') throw new UsageError(`版式 ${name} ${chosen}`);
  return chosen;
}
