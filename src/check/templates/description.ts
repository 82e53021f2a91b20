import type { Expression, ObjectExpression, Program } from 'estree';
import { parseAst } from 'rolldown/parseAst';
import { nearest } from '../../model/nearest.ts';
import type { TemplateFinding } from './finding.ts';
import type { Placed as PlacedNode } from './module-names.ts';
import { type ReadModule, checkNames } from './names.ts';
import { type KeyShape, type Shape, templateShape } from './shape.ts';

/** The text of a `template.ts`, and where it stands. */
export interface DescriptionFile {
  readonly file: string;
  readonly text: string;
  /** Name of the template's folder. */
  readonly folder: string;
  /** Reads what it imports. */
  readonly read: ReadModule;
}

/** Offsets that the parser gives every node, in UTF-16 units. */
interface Placed {
  readonly start: number;
}

/**
 * Finds mistakes in a template's description without running it: keys and those values that stand there as they are. What a
 * template computes is left to TypeScript.
 */
export function checkDescription(source: DescriptionFile): readonly TemplateFinding[] {
  const program = parsed(source);
  if (!('body' in program)) return [program];
  const names = checkNames(program.body as unknown as readonly PlacedNode[], source.file, source.read);
  const object = exportedTemplate(program);
  if (object === undefined)
    return [
      ...names,
      {
        code: 'template-export',
        file: source.file,
        what: '没有找到 export const template = { … }',
        fix: '照 templates/meeting/template.ts 写：export const template: PrintTemplate = { name: …, title: …, … };',
      },
    ];
  return [...names, ...checkObject(object, templateShape(source.folder), '', source.file)];
}

function parsed({ file, text }: DescriptionFile): Program | TemplateFinding {
  try {
    return parseAst(text, { lang: 'ts' }) as unknown as Program;
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

/** The object of `export const template`, also under `satisfies` or `as`. */
function exportedTemplate({ body }: Program): ObjectExpression | undefined {
  for (const statement of body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declaration.declarations) {
      if (id.type !== 'Identifier' || id.name !== 'template') continue;
      const value = bare(init);
      return value?.type === 'ObjectExpression' ? value : undefined;
    }
  }
  return undefined;
}

/** An expression without the types around it. */
function bare(expression: Expression | null | undefined): Expression | undefined {
  if (expression === null || expression === undefined) return undefined;
  const typed: string = expression.type;
  const wrapped = /^TS(?:As|Satisfies|NonNull)Expression$/.test(typed) && 'expression' in expression;
  return wrapped ? bare(expression.expression as Expression) : expression;
}

function checkObject(object: ObjectExpression, shape: Shape, path: string, file: string): TemplateFinding[] {
  const findings: TemplateFinding[] = [];
  const seen = new Set<string>();
  let open = false;
  for (const property of object.properties) {
    const key = property.type === 'Property' && !property.computed ? keyName(property.key) : undefined;
    if (property.type !== 'Property' || key === undefined) {
      // What is spread in or computed may hold any key.
      open = true;
      continue;
    }
    seen.add(key);
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (known === undefined) {
      findings.push(unknownKey(key, shape, path, file, offsetOf(property.key)));
      continue;
    }
    const value = bare(property.value as Expression);
    if (value !== undefined) findings.push(...checkValue(value, known, path + key, file));
  }
  const missing = Object.entries(shape).filter(([key, { required }]) => required === true && !seen.has(key));
  if (!open)
    for (const [key, { example }] of missing)
      findings.push({
        code: 'template-missing-key',
        file,
        offset: offsetOf(object),
        what: `缺少 ${path}${key}`,
        fix: `加上 ${key}: ${example}。`,
      });
  return findings;
}

function keyName(key: Expression): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
}

function unknownKey(key: string, shape: Shape, path: string, file: string, offset: number): TemplateFinding {
  const meant = nearest(key, Object.keys(shape));
  const fix = meant === undefined ? `可用的键：${Object.keys(shape).join('、')}。` : `是否要写 ${meant}？`;
  return { code: 'template-unknown-key', file, offset, what: `未知的键 ${path}${key}`, fix };
}

function checkValue(value: Expression, shape: KeyShape, path: string, file: string): TemplateFinding[] {
  if (value.type === 'ArrayExpression' && shape.items !== undefined) {
    const { items } = shape;
    return value.elements.flatMap((element, index) => {
      const item = element === null || element.type === 'SpreadElement' ? undefined : bare(element);
      return item === undefined ? [] : checkValue(item, items, `${path}[${index + 1}]`, file);
    });
  }
  if (value.type === 'ObjectExpression' && shape.keys !== undefined)
    return checkObject(value, shape.keys, `${path}.`, file);
  const given = literal(value);
  if (given === undefined || shape.accepts(given)) return [];
  const meant = typeof given === 'string' && shape.choices !== undefined ? nearest(given, shape.choices) : undefined;
  return [
    {
      code: 'template-value',
      file,
      offset: offsetOf(value),
      what: `${path} 的值${shownValue(given)}不对`,
      fix: `${meant === undefined ? '' : `是否要写 '${meant}'？`}应写${shape.wanted}，如 ${shape.example}。`,
    },
  ];
}

/**
 * A value that stands there as it is; an empty list, an empty object and a function stand for any of their kind. Undefined
 * for what is computed.
 */
function literal(value: Expression): unknown {
  switch (value.type) {
    case 'Literal':
      return value.value;
    case 'UnaryExpression':
      return value.operator === '-' && value.argument.type === 'Literal' ? -Number(value.argument.value) : undefined;
    case 'ArrayExpression':
      return [];
    case 'ObjectExpression':
      return {};
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return literal;
    default:
      return undefined;
  }
}

function shownValue(given: unknown): string {
  return typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean'
    ? ` ${JSON.stringify(given)} `
    : '';
}

function offsetOf(node: object): number {
  return (node as Placed).start;
}
