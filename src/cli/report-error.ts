import { systemErrorMessage } from '../model/system-error.ts';
import { isVerbose } from '../press/trace.ts';
import { UsageError } from './command.ts';
import { helpWords } from './help-strings.zh.ts';

/** Errors whose message already says what happened and what to do. */
const explained = new Set([
  'UsageError',
  'BrowserMissingError',
  'RemoteBrowserError',
  'BuildBusyError',
  'UnreadableEntryError',
]);

/**
 * Every error of the command line in one style: what happened, then what to do; a stack only where `--verbose` asks for it.
 * @returns the process's exit code
 */
export function reportError(error: unknown, print: (text: string) => void): number {
  if (error instanceof Error && error.name === 'AbortError') {
    print(helpWords.aborted);
    return 130;
  }
  const message = error instanceof Error ? error.message : String(error);
  const known = error instanceof Error && explained.has(error.name) ? message : systemErrorMessage(error);
  print(known ?? helpWords.unexpected(message));
  if (!(error instanceof UsageError) && error instanceof Error && isVerbose()) print(error.stack ?? '');
  return error instanceof UsageError ? 2 : 1;
}
