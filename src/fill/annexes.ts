/**
 * Annexes of a document: what stands behind the text, each with a number, named in the text where it belongs and in a
 * list at the text's end. Numbers follow from the order in which the text names them, so edits can change them.
 *
 * ```html
 * <div class="annex-reference" data-annex-of="annex-a">任务分解表见<a href="#annex-a">附件<span class="annex-number"></span></a>。</div>
 * <div class="annex-list">附件：<ol><li data-annex-of="annex-a">任务分解表</li></ol></div>
 * <section class="annex" data-annex="annex-a"><h2 id="annex-a">附件<span class="annex-number"></span> …</h2><table>…</section>
 * ```
 */
import type { Element, ElementContent } from 'hast';
import { childElements, hasClass } from './block-text.ts';

/**
 * Sets the annexes of an article right: those that the text no longer names or that are empty go, with all that names
 * them; the others stand in the order in which the text names them, and are numbered so. A sole annex has no number
 * (GB/T 9704-2012, 7.3.4).
 */
export function numberAnnexes(article: Element): Element {
  const annexes = new Map(annexesIn(article).map((annex) => [idOf(annex), annex]));
  const named = [...new Set(referencesIn(article))].filter((id) => holdsSomething(annexes.get(id)));
  if (annexes.size === 0) return article;
  const numbers = new Map(named.map((id, index) => [id, named.length === 1 ? '' : String(index + 1)]));
  const numberedArticle = withNumbers(article, numbers);
  const rest = numberedArticle.children.filter((child) => child.type !== 'element' || !hasClass(child, 'annex'));
  const ordered = named.flatMap((id) => annexes.get(id) ?? []);
  return {
    ...numberedArticle,
    children: [...rest, ...ordered.map((annex) => numbered(annex, numbers.get(idOf(annex)) ?? ''))],
  };
}

function annexesIn(article: Element): Element[] {
  return childElements(article).filter((child) => hasClass(child, 'annex'));
}

function idOf({ properties }: Element): string {
  return String(properties['dataAnnex']);
}

/** Annexes that the text names, in the order of its places. */
function referencesIn(element: Element): string[] {
  if (hasClass(element, 'annex-list')) return [];
  const { dataAnnexOf } = element.properties;
  return typeof dataAnnexOf === 'string' ? [dataAnnexOf] : childElements(element).flatMap(referencesIn);
}

/** An annex whose table or drawing was taken out has nothing but its heading left. */
function holdsSomething(annex: Element | undefined): boolean {
  return annex !== undefined && childElements(annex).some(({ tagName }) => !/^h[1-6]$/.test(tagName));
}

/** A copy without the places that name what is gone, and with the numbers of the others. */
function withNumbers(element: Element, numbers: ReadonlyMap<string, string>): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || hasClass(child, 'annex')) return [child];
    const { dataAnnexOf } = child.properties;
    if (hasClass(child, 'annex-list')) return numbers.size === 0 ? [] : [numberedList(child, numbers)];
    if (typeof dataAnnexOf !== 'string') return [withNumbers(child, numbers)];
    const number = numbers.get(dataAnnexOf);
    return number === undefined ? [] : [numbered(child, number)];
  });
  return { ...element, children };
}

/** The names in the order of the numbers; a sole name has no marker. */
function numberedList(list: Element, numbers: ReadonlyMap<string, string>): Element {
  const children = list.children.map((child): ElementContent => {
    if (child.type !== 'element' || child.tagName !== 'ol') return child;
    const names = new Map(childElements(child).map((name) => [String(name.properties['dataAnnexOf']), name]));
    const properties = { ...child.properties, ...(numbers.size === 1 && { role: 'list' }) };
    return { ...child, properties, children: [...numbers.keys()].flatMap((id) => names.get(id) ?? []) };
  });
  return { ...list, children };
}

function numbered(element: Element, number: string): Element {
  if (hasClass(element, 'annex-number')) return { ...element, children: [{ type: 'text', value: number }] };
  const children = element.children.map((child) => (child.type === 'element' ? numbered(child, number) : child));
  return { ...element, children };
}
