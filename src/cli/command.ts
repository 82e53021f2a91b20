import { parseArgs } from 'node:util';
import { nearest } from '../model/nearest.ts';
import { helpWords } from './help-strings.zh.ts';

/** What a command is run with. Paths of the user are relative to `root`. */
export interface CommandContext {
  readonly args: readonly string[];
  readonly root: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly print: (text: string) => void;
}

/** Runs to the process's exit code: 0 done, 1 problems or failures. Throws `UsageError` when it was called wrongly. */
export type Command = (context: CommandContext) => Promise<number>;

/** The command line is wrong: one clear line, exit code 2, nothing done. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** `strings` is an option that may be given several times. */
type OptionTypes = Readonly<Record<string, 'string' | 'strings' | 'boolean'>>;
type OptionValues<T extends OptionTypes> = {
  readonly [K in keyof T]:
    (T[K] extends 'string' ? string : T[K] extends 'strings' ? readonly string[] : boolean) | undefined;
};

/** Reads options and names; an unknown option or a missing value is a `UsageError`. */
export function readArguments<T extends OptionTypes>(
  args: readonly string[],
  types: T,
): { readonly options: OptionValues<T>; readonly names: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      type === 'strings' ? { type: 'string' as const, multiple: true } : { type },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    // parseArgs has refused everything that is not of the types given.
    return { options: values as OptionValues<T>, names: positionals };
  } catch (error) {
    const known = Object.keys(types).map((name) => `--${name}`);
    throw new UsageError(helpWords.badOption(mistake(error, known), known.join('、')), { cause: error });
  }
}

/** What Node.js has against an option, in words of this command line. */
function mistake(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const option = /'(?:-\w, )?(--?[^\s'=]+)/.exec(message)?.[1];
  if (option === undefined) return message;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return helpWords.noOption(option, nearest(option, known));
  return message.includes('does not take') ? helpWords.optionAlone(option) : helpWords.optionValue(option);
}
