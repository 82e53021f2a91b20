/** Words that stand for each other in a search: `content/synonyms.yaml`. */
import { z } from 'zod';
import type { SynonymGroups } from './search-words.ts';

/** File of the synonyms, relative to the project's root. A shelf may do without. */
export const synonymsFile = 'content/synonyms.yaml';

/** How many words a group and how many characters a word may have. */
export const groupSize = { least: 2, most: 12 } as const;
export const wordLength = { least: 2, most: 12 } as const;

/** 618 is a number to YAML, and a word here. */
const word = z
  .union([z.string(), z.number()])
  .transform((given) => String(given).trim())
  .refine((text) => Array.from(text).length >= wordLength.least && Array.from(text).length <= wordLength.most)
  .refine((text) => /^[\p{L}\p{M}\p{N}]+$/u.test(text));

const group = z
  .array(word)
  .min(groupSize.least)
  .max(groupSize.most)
  .refine((words) => new Set(words.map((one) => one.toLowerCase())).size === words.length);

/** An empty file has no groups. */
export const synonymsSchema = z
  .array(group)
  .nullish()
  .transform((groups): SynonymGroups => groups ?? []);
