/** What is generated of a site, page by page. */
interface Path {
  readonly pathname: string;
}

/** A page that belongs to one plan: its own, its form, its print documents. */
const ofPlan = /^\/?(plans|print)\/([^/]+)\/?(?:([^/]+)\/?)?$/;

/**
 * Pages in the order in which they are best made: all of one plan, its print documents first, then all of the next, so
 * that what they have in common is made once and need not be kept. Everything else keeps its place before them.
 */
export function planByPlan<P extends Path>(paths: readonly P[]): P[] {
  const others: P[] = [];
  const plans = new Map<string, P[]>();
  for (const path of paths) {
    const slug = slugIn(path.pathname);
    if (slug === undefined) others.push(path);
    else plans.set(slug, [...(plans.get(slug) ?? []), path]);
  }
  const rank = ({ pathname }: P): number => (printed(pathname) === undefined ? 1 : 0);
  return [...others, ...[...plans.values()].flatMap((pages) => pages.sort((a, b) => rank(a) - rank(b)))];
}

/** Plan and template of a print document's address; undefined for every other page. */
export function printed(pathname: string): { readonly slug: string; readonly template: string } | undefined {
  const [, folder, slug, template] = ofPlan.exec(pathname) ?? [];
  return folder === 'print' && slug !== undefined && template !== undefined ? { slug, template } : undefined;
}

/** Plan of a plan's own page, the one to read; undefined for every other page. */
export function planPage(pathname: string): string | undefined {
  const [, folder, slug, rest] = ofPlan.exec(pathname) ?? [];
  return folder === 'plans' && rest === undefined ? slug : undefined;
}

/** `/print/booklet/` is of no plan: it has no template behind it. */
function slugIn(pathname: string): string | undefined {
  const [, folder, slug, rest] = ofPlan.exec(pathname) ?? [];
  return folder === 'print' && rest === undefined ? undefined : slug;
}
