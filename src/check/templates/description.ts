import type { Expression, Program } from 'estree';
import { parseAst } from 'rolldown/parseAst';
import type { TemplateFinding } from './finding.ts';
import type { Mistake } from './schema.ts';

/** The syntax error of a `template.ts` with its place, which the runtime does not report; undefined where there is none. */
export function checkSyntax(file: string, text: string): TemplateFinding | undefined {
  try {
    parseAst(text, { lang: 'ts' });
    return undefined;
  } catch (error) {
    const place = error instanceof Error && 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
    const [, reason = ''] = error instanceof Error ? error.message.split('\n') : [];
    return {
      code: 'template-syntax',
      file,
      offset: place,
      what: `这里读不下去${reason === '' ? '' : `（${reason}）`}`,
      fix: '检查这一处的引号、括号和逗号是否成对。',
    };
  }
}

/** Where a path of keys leads in a `template.ts`, as far as it is written there literally; the file where nothing is. */
export function placeInText(text: string, path: Mistake['path']): number | undefined {
  let node = exportedTemplate(parseAst(text, { lang: 'ts' }) as unknown as Program);
  let offset = offsetOf(node);
  for (const part of path) {
    const next = within(node, part);
    if (next === undefined) break;
    node = bare(next.value);
    offset = offsetOf(next.at);
  }
  return offset;
}

/** The object of `export const template`, also under `satisfies` or `as`. */
function exportedTemplate({ body }: Program): Expression | undefined {
  const declarations = body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration'
      ? statement.declaration.declarations
      : [],
  );
  return bare(declarations.find(({ id }) => id.type === 'Identifier' && id.name === 'template')?.init);
}

/** An expression without the types around it. */
function bare(expression: unknown): Expression | undefined {
  if (typeof expression !== 'object' || expression === null || !('type' in expression)) return undefined;
  const wrapped = /^TS(?:As|Satisfies|NonNull)Expression$/.test(String(expression.type)) && 'expression' in expression;
  return wrapped ? bare(expression.expression) : (expression as Expression);
}

/** What stands under a key, or at a place of a list, and where that begins. */
function within(node: Expression | undefined, part: string | number): { value: unknown; at: unknown } | undefined {
  if (node?.type === 'ArrayExpression' && typeof part === 'number') {
    const element = node.elements[part];
    return element === undefined ? undefined : { value: element, at: element };
  }
  if (node?.type !== 'ObjectExpression') return undefined;
  for (const property of node.properties) {
    if (property.type !== 'Property') continue;
    const { key, value } = property;
    if (key.type === 'Identifier' ? key.name === part : key.type === 'Literal' && key.value === part)
      return { value, at: key };
  }
  return undefined;
}

/** Offsets that the parser gives every node, in UTF-16 units. */
function offsetOf(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'start' in node ? Number(node.start) : undefined;
}
