import { DEFAULT_SCHEMA, Type, YAMLException, load } from 'js-yaml';
import { isoDate, parseDate } from '../model/offset.ts';

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

/** What YAML says, or why and where (UTF-16 offset) it could not be read. */
export type YamlContent = { readonly content: unknown } | { readonly reason: string; readonly offset: number };

/** Reads YAML with the same reader as the site, so that a plan that passes here is read the same way there. */
export function readYaml(source: string): YamlContent {
  try {
    return { content: load(source, { schema }) ?? null };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { reason: error.reason, offset: Math.min(error.mark?.position ?? 0, source.length) };
  }
}
