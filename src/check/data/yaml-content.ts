import { DEFAULT_SCHEMA, type State, Type, YAMLException, load } from 'js-yaml';
import { longestValue } from '../../model/limits.ts';
import { isoDate, parseDate } from '../../model/time/offset.ts';

/**
 * An unquoted 2027-01-05 is a Date to the site's reader, and so here; a day that no calendar has stays text, where that
 * reader would turn 30 February into 2 March.
 */
const day = new Type('tag:yaml.org,2002:timestamp', {
  kind: 'scalar',
  resolve: (source) => source !== null && /^\d{4}-\d{2}-\d{2}$/.test(source),
  construct: (source) => {
    const date = parseDate(source);
    return date === undefined ? source : new Date(`${isoDate(date)}T00:00:00Z`);
  },
});
const schema = DEFAULT_SCHEMA.extend({ implicit: [day] });

/** What YAML says, or why and where (UTF-16 offset) it was not read. */
export type YamlContent =
  | { readonly content: unknown }
  | {
      readonly reason: string;
      readonly offset: number;
      /** Of what is well-formed, and still refused. */
      readonly code?: RefusedYaml;
    };

/** Repeating data by name, and more of anything than a plan has, makes a small text large. */
type RefusedYaml = 'ANCHOR' | 'TOO_DEEP' | 'TOO_LONG' | 'TOO_MANY' | 'VALUE_TOO_LONG';

/** Characters of the YAML, and values within it; a large plan has 20,000 and 1000. */
const mostCharacters = 200_000;
const mostValues = 5000;

/** Reads YAML with the same reader as the site, so that a plan that passes here is read the same way there. */
export function readYaml(source: string): YamlContent {
  if (source.length > mostCharacters) return { reason: `more than ${mostCharacters}`, offset: 0, code: 'TOO_LONG' };
  try {
    const content = load(source, { schema, listener: refuseAnchors }) ?? null;
    return overLimit(content, source) ?? { content };
  } catch (error) {
    if (error instanceof AnchorError)
      return { reason: error.message, offset: Math.max(0, error.before(source)), code: 'ANCHOR' };
    if (!(error instanceof YAMLException)) throw error;
    const offset = Math.min(error.mark?.position ?? 0, source.length);
    return { reason: error.reason, offset, ...(error.reason.includes('maxDepth') && { code: 'TOO_DEEP' as const }) };
  }
}

class AnchorError extends Error {
  override readonly name = 'AnchorError';
  readonly #anchor: string;
  readonly #position: number;

  constructor({ anchor, position }: Pick<State, 'anchor' | 'position'>) {
    super(`anchor ${anchor ?? ''}`);
    this.#anchor = `&${anchor ?? ''}`;
    this.#position = position;
  }

  /** Where the mark stands; the reader is past it. */
  before(source: string): number {
    return source.lastIndexOf(this.#anchor, this.#position);
  }
}

/** Ten names, each repeating the one before ten times, are ten thousand million values. */
function refuseAnchors(event: 'open' | 'close', state: State): void {
  if (event === 'close' && state.anchor !== null) throw new AnchorError(state);
}

function overLimit(content: unknown, source: string): YamlContent | undefined {
  let count = 0;
  let level: readonly unknown[] = [content];
  while (level.length > 0) {
    count += level.length;
    if (count > mostValues) return { reason: `more than ${mostValues}`, offset: 0, code: 'TOO_MANY' };
    const long = level.find((value) => typeof value === 'string' && value.length > longestValue);
    if (typeof long === 'string') {
      const offset = Math.max(0, source.indexOf(long.slice(0, 20)));
      return { reason: `more than ${longestValue}`, offset, code: 'VALUE_TOO_LONG' };
    }
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null && !(value instanceof Date) ? Object.values(value) : [],
    );
  }
  return undefined;
}
