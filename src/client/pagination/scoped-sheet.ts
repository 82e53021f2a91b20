/**
 * A template's style sheet for one of several papers in a document: it holds for that paper alone, and its page for the
 * paper's pages alone.
 */

import { pageNameOf } from '../../components/booklet-paper.ts';

/** Pieces of a style sheet: a rule with a block, or a statement that ends with a semicolon. */
interface Rule {
  readonly prelude: string;
  /** Undefined for a statement. */
  readonly block: string | undefined;
}

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

function withoutComments(css: string): string {
  return css.replace(
    /("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|\/\*[\s\S]*?\*\//g,
    (_, text?: string) => text ?? ' ',
  );
}

/** Top-level rules and statements; text in quotes and brackets is passed over. */
function rulesOf(css: string): readonly Rule[] {
  const rules: Rule[] = [];
  let start = 0;
  let open = 0;
  let blockStart = 0;
  for (const { at, sign } of signsOf(css)) {
    if (sign === '{') {
      if (open === 0) blockStart = at;
      open += 1;
    } else if (sign === '}') {
      open -= 1;
      if (open > 0) continue;
      rules.push({ prelude: css.slice(start, blockStart).trim(), block: css.slice(blockStart + 1, at) });
      start = at + 1;
      open = 0;
    } else if (sign === ';' && open === 0) {
      rules.push({ prelude: css.slice(start, at).trim(), block: undefined });
      start = at + 1;
    }
  }
  const last = css.slice(start).trim();
  if (last !== '') rules.push({ prelude: last, block: undefined });
  return rules.filter(({ prelude, block }) => prelude !== '' || block !== undefined);
}

function partsOf(text: string, separator: ','): readonly string[] {
  const places = [...signsOf(text)].filter(({ sign }) => sign === separator).map(({ at }) => at);
  return [-1, ...places].map((from, index) => text.slice(from + 1, places[index] ?? text.length));
}

/** Signs of the syntax outside quotes, round and square brackets. */
function* signsOf(css: string): Generator<{ readonly at: number; readonly sign: string }> {
  let depth = 0;
  for (const { 0: token, index } of css.matchAll(
    /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\\[\s\S]|[()[\]{};,]/g,
  )) {
    if (token === '(' || token === '[') depth += 1;
    else if (token === ')' || token === ']') depth -= 1;
    else if (depth <= 0 && token.length === 1) yield { at: index, sign: token };
  }
}
