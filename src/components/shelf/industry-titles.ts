import { parse } from 'yaml';
import { z } from 'zod';
import source from '../../../content/industries.yaml?raw';

/** The shelf's industries, key → name, in the order of `content/industries.yaml`. */
export const industryTitles: ReadonlyMap<string, string> = new Map(
  Object.entries(z.record(z.string(), z.string()).parse(parse(source))),
);
