import { comparedNames } from '../../model/shelf/routes.ts';

/** Plans that an address names: those that there are, each once, and what it names besides. */
export interface Chosen {
  readonly slugs: readonly string[];
  readonly unknown: readonly string[];
}

/** `?a=x&b=y` → x, y. @param known slugs of the shelf */
export function chosenIn(search: string, known: ReadonlySet<string>): Chosen {
  const query = new URLSearchParams(search);
  const named = new Set(comparedNames.map((name) => query.get(name) ?? '').filter((slug) => slug !== ''));
  return {
    slugs: [...named].filter((slug) => known.has(slug)),
    unknown: [...named].filter((slug) => !known.has(slug)),
  };
}

/** Names that more than one of the plans has. */
export function sharedNames(plans: readonly (readonly string[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const names of plans) for (const name of new Set(names)) seen.set(name, (seen.get(name) ?? 0) + 1);
  return new Set([...seen].filter(([, count]) => count > 1).map(([name]) => name));
}
