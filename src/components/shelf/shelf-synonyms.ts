import { parse } from 'yaml';
import type { SynonymGroups } from '../../model/search/search-words.ts';
import { synonymsSchema } from '../../model/search/synonyms.ts';

/** By a pattern, since a shelf may have no such file. */
const files: Readonly<Record<string, string>> = import.meta.glob('../../../content/synonyms.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The shelf's synonyms. */
export const shelfSynonyms: SynonymGroups = Object.values(files).flatMap((source) =>
  synonymsSchema.parse(parse(source)),
);
