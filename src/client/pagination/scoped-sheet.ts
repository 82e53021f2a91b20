/**
 * A template's style sheet for one of several papers in a document: it holds for that paper alone, and its page for the
 * paper's pages alone.
 */

import { pageNameOf } from '../../components/booklet/booklet-paper.ts';
import { type Rule, partsOf, rulesOf, withoutComments } from './css-rules.ts';

/**
 * Selectors get the paper before them; what they say of `html`, `body` and the article holds for the paper itself, and
 * of `h1` for the title above its text, which is no heading there. Of `@page`, margins alone are kept: paper, running
 * heads and page numbers are the booklet's, and so are the strings that feed them.
 *
 * ```css
 * @page { size: 210mm 297mm; margin: 37mm 26mm; @bottom-right { content: counter(page) } }
 * html { font-size: 16pt }
 * h1, h2 > a { margin: 0 }
 * ```
 * ```css
 * @page paper-official { margin: 37mm 26mm }
 * [data-template="official"] { font-size: 16pt }
 * [data-template="official"] :is(h1, .document-title), [data-template="official"] h2 > a { margin: 0 }
 * ```
 */
export function scopedSheet(css: string, template: string): string {
  return rulesOf(withoutComments(css))
    .map((rule) => scoped(rule, template))
    .filter((rule) => rule !== '')
    .join('\n');
}

function scoped({ prelude, block }: Rule, template: string): string {
  if (block === undefined) return `${prelude};`;
  const [, name = ''] = /^@([\w-]+)/.exec(prelude) ?? [];
  if (name === 'page') return pageRule(prelude, block, template);
  if (/^(?:media|supports|layer|container)$/.test(name)) return `${prelude} {\n${scopedSheet(block, template)}\n}`;
  if (name !== '') return `${prelude} {${block}}`;
  const selectors = partsOf(prelude, ',').map((selector) => scopedSelector(selector.trim(), template));
  return `${selectors.join(', ')} {${declarations(block, (property) => property !== 'string-set')}}`;
}

/** A page that the template names itself stays its own; its other pages are the paper's. */
function pageRule(prelude: string, block: string, template: string): string {
  const margins = declarations(block, (property) => /^margin(?:-|$)/.test(property)).trim();
  if (margins === '') return '';
  const selectors = partsOf(prelude.slice('@page'.length), ',').map((selector) => {
    const text = selector.trim();
    return text === '' || text.startsWith(':') ? pageNameOf(template) + text : text;
  });
  return `@page ${selectors.join(', ')} { ${margins} }`;
}

/** The block without rules in a page's rule (its margin boxes) and without the declarations that are not wanted. */
function declarations(block: string, wanted: (property: string) => boolean): string {
  return rulesOf(block)
    .filter(({ prelude, block: inner }) =>
      inner === undefined ? wanted((prelude.split(':')[0] ?? '').trim().toLowerCase()) : !prelude.startsWith('@'),
    )
    .map(({ prelude, block: inner }) => (inner === undefined ? ` ${prelude};` : ` ${prelude} {${inner}}`))
    .join('');
}

/** What stands for the whole document in a template's style sheet. */
const whole =
  /^(?:(?:html|body|:root|main(?:\.print-document)?|\.print-document)(?![\w-])(?:\s*>\s*|\s+(?=\w|[.#:*[]))?)+/;

function scopedSelector(selector: string, template: string): string {
  const paper = `[data-template="${template}"]`;
  const titled = selector.replace(/(?<![\w\-.#:="'])h1(?![\w-])/g, ':is(h1, .document-title)');
  const [root] = whole.exec(titled) ?? [];
  if (root === undefined) return `${paper} ${titled}`;
  const rest = titled.slice(root.length);
  // `html[lang] p` goes on with the element itself, `html p` and `html > p` with what is in it.
  const [between = ''] = /\s*>?\s*$/.exec(root) ?? [];
  return `${paper}${rest === '' ? '' : between}${rest}`;
}
