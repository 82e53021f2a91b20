import { parseArgs } from 'node:util';

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
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`选项不对：${reason} 可用的选项：${known.join('、') || '无'}。`, { cause: error });
  }
}
