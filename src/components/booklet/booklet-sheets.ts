/** Style sheets of the papers of a booklet: each paper looks as its own template has it. */
import type { Element, Root } from 'hast';
import { h } from '../../model/element.ts';

/** A style sheet of a print document. */
export interface PaperSheet {
  /** As the document writes it, absolute or from the site's root. */
  readonly href: string;
  /** What it is for: pages, font faces, or the faces of this machine where they are asked for. */
  readonly role: 'pages' | 'fonts' | 'local-fonts';
}

/** Role of a sheet by the attribute that tells of it. */
const attributes = {
  pages: 'dataPaged',
  fonts: 'dataPagedjsIgnore',
  'local-fonts': 'dataLocalFonts',
} as const satisfies Record<PaperSheet['role'], string>;
const roles = ['pages', 'fonts', 'local-fonts'] as const;

/** The style sheets that a print document links. */
export function sheetsOf(document: Root | Element): PaperSheet[] {
  return document.children.flatMap((child): PaperSheet[] => {
    if (child.type !== 'element') return [];
    const { href, ...properties } = child.properties;
    const role = roleOf((property) => properties[property] !== undefined);
    if (child.tagName !== 'link' || typeof href !== 'string' || role === undefined) return sheetsOf(child);
    return [{ href, role }];
  });
}

/** The same of a document that a browser has read. */
export function sheetsIn(head: HTMLHeadElement): PaperSheet[] {
  return [...head.querySelectorAll('link')].flatMap((link): PaperSheet[] => {
    const href = link.getAttribute('href');
    const role = roleOf((property) => link.hasAttribute(property.replace(/[A-Z]/g, '-$&').toLowerCase()));
    return href === null || role === undefined ? [] : [{ href, role }];
  });
}

/**
 * What a link is for; undefined for one that is no style sheet of a document.
 * @param has whether it has an attribute, by its name in hast
 */
function roleOf(has: (property: string) => boolean): PaperSheet['role'] | undefined {
  return roles.find((role) => has(attributes[role]));
}

/** A paper as far as its style sheets go. */
interface StyledPaper {
  /** Name of its template. */
  readonly template: string;
  readonly sheets: readonly PaperSheet[];
}

/**
 * Links for the head of a booklet, each sheet once for each template. `data-paper` has a sheet hold for the papers in
 * that template alone; font faces hold for all.
 *
 * ```html
 * <link rel="stylesheet" href="/official.css" data-paged data-paper="official">
 * ```
 */
export function paperLinks(papers: readonly StyledPaper[], known: readonly PaperSheet[] = []): Element[] {
  const there = new Set(known.filter(({ role }) => role === 'fonts').map(({ href }) => href));
  return papers.flatMap(({ template, sheets }) =>
    sheets.flatMap(({ href, role }): Element[] => {
      const key = role === 'fonts' ? href : `${template}\n${role}\n${href}`;
      if (there.has(key)) return [];
      there.add(key);
      const paper = role === 'fonts' ? {} : { dataPaper: template };
      const rel = role === 'local-fonts' ? ['alternate', 'stylesheet'] : ['stylesheet'];
      return [h('link', { rel, href, [attributes[role]]: '', ...paper })];
    }),
  );
}
