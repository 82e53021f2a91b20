/** Titles as they stand in finished pages: headings, heads of a form's groups, the site's name, a plan’s title on paper, figures at a glance. */
const titles =
  /<(h[1-4]|legend)\b[^>]*>(.*?)<\/\1>|class="[^"]*\b(?:site-name|paper-title|kpi-target)\b[^"]*"[^>]*>(.*?)<\/(?:a|p)>/gsu;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" };

/** The distinct characters of a page's titles, white space aside. */
export function titleCharacters(html: string): ReadonlySet<string> {
  const characters = new Set<string>();
  for (const match of html.matchAll(titles)) {
    const text = (match[2] ?? match[3] ?? '')
      .replace(/<svg.*?<\/svg>|<[^>]*>/gsu, '')
      .replace(/&(#?\w+);/gu, (entity, name: string) => entities[name] ?? entity);
    for (const character of text.normalize('NFC')) if (!/\s/u.test(character)) characters.add(character);
  }
  return characters;
}
