/** A style sheet as text, taken apart into rules and selectors. */

/** Pieces of a style sheet: a rule with a block, or a statement that ends with a semicolon. */
export interface Rule {
  readonly prelude: string;
  /** Undefined for a statement. */
  readonly block: string | undefined;
}

export function withoutComments(css: string): string {
  return css.replace(
    /("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|\/\*[\s\S]*?\*\//g,
    (_, text?: string) => text ?? ' ',
  );
}

/** Top-level rules and statements; text in quotes and brackets is passed over. */
export function rulesOf(css: string): readonly Rule[] {
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

/** Parts between separators of the top level. */
export function partsOf(text: string, separator: ','): readonly string[] {
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
