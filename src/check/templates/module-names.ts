/** Which names a module gives, takes from others, and uses. */

/** A node as the parser gives it, those of TypeScript's types among them; `start` in UTF-16 units. */
export interface Placed {
  readonly type: string;
  readonly start: number;
  readonly [part: string]: unknown;
}

interface UsedName {
  readonly name: string;
  readonly offset: number;
}

/** Names that are taken from another module, as they are called there. */
interface ImportedNames {
  readonly address: string;
  readonly names: readonly UsedName[];
}

export interface ModuleNames {
  readonly imports: readonly ImportedNames[];
  /** Declared anywhere in the module: a name out of its block's reach is left to TypeScript. */
  readonly given: ReadonlySet<string>;
  readonly used: readonly UsedName[];
}

interface Found {
  readonly imports: ImportedNames[];
  readonly given: Set<string>;
  readonly used: UsedName[];
}

export function namesIn(statements: readonly Placed[]): ModuleNames {
  const found: Found = { imports: [], given: new Set(), used: [] };
  for (const statement of statements) visit(statement, found);
  return found;
}

/** Names that a module exports; undefined where it passes on those of another. */
export function exportedNames(statements: readonly Placed[]): readonly string[] | undefined {
  const names: string[] = [];
  for (const statement of statements) {
    if (statement.type === 'ExportAllDeclaration') return undefined;
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const found: Found = { imports: [], given: new Set(), used: [] };
    const declaration = nodeOf(statement['declaration']);
    if (declaration !== undefined) declareAll(declaration, found);
    names.push(...found.given);
    for (const specifier of nodesOf(statement['specifiers'])) names.push(nameOf(nodeOf(specifier['exported'])));
  }
  return names;
}

function declareAll(declaration: Placed, found: Found): void {
  for (const { id } of declaration.type === 'VariableDeclaration'
    ? nodesOf(declaration['declarations'])
    : [declaration])
    declare(nodeOf(id), found);
}

function visit(node: Placed, found: Found): void {
  switch (node.type) {
    case 'Identifier':
      found.used.push({ name: nameOf(node), offset: node.start });
      return;
    case 'ImportDeclaration':
      takeImport(node, found);
      return;
    case 'MemberExpression':
      visitParts(node, found, node['computed'] === true ? ['object', 'property'] : ['object']);
      return;
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      visitParts(node, found, node['computed'] === true ? ['key', 'value'] : ['value']);
      return;
    case 'VariableDeclarator':
      declare(nodeOf(node['id']), found);
      visitParts(node, found, ['init']);
      return;
    case 'CatchClause':
      declare(nodeOf(node['param']), found);
      visitParts(node, found, ['body']);
      return;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      declare(nodeOf(node['id']), found);
      for (const parameter of nodesOf(node['params'])) declare(parameter, found);
      visitParts(node, found, ['superClass', 'body']);
      return;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      visitParts(node, found, ['expression']);
      return;
    case 'TSEnumDeclaration':
      declare(nodeOf(node['id']), found);
      return;
    case 'ExportSpecifier':
      visitParts(node, found, ['local']);
      return;
    case 'LabeledStatement':
      visitParts(node, found, ['body']);
      return;
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return;
    default:
      // Types use names that are no values.
      if (!node.type.startsWith('TS')) visitParts(node, found, Object.keys(node));
  }
}

function visitParts(node: Placed, found: Found, parts: readonly string[]): void {
  for (const part of parts) for (const child of nodesOf(node[part])) visit(child, found);
}

function takeImport(node: Placed, found: Found): void {
  const source = nodeOf(node['source']);
  const specifiers = nodesOf(node['specifiers']);
  for (const specifier of specifiers) declare(nodeOf(specifier['local']), found);
  if (node['importKind'] === 'type') return;
  const named = specifiers
    .filter(({ type, importKind }) => type === 'ImportSpecifier' && importKind !== 'type')
    .flatMap((specifier) => nodeOf(specifier['imported']) ?? []);
  const names = named.map((imported) => ({ name: nameOf(imported), offset: imported.start }));
  found.imports.push({ address: nameOf(source), names });
}

/** What is bound by a name or a pattern; the values it falls back to are used. */
function declare(pattern: Placed | undefined, found: Found): void {
  switch (pattern?.type) {
    case 'Identifier':
      found.given.add(nameOf(pattern));
      return;
    case 'ObjectPattern':
      for (const property of nodesOf(pattern['properties'])) declare(nodeOf(property['value']) ?? property, found);
      return;
    case 'ArrayPattern':
      for (const element of nodesOf(pattern['elements'])) declare(element, found);
      return;
    case 'AssignmentPattern':
      declare(nodeOf(pattern['left']), found);
      visitParts(pattern, found, ['right']);
      return;
    case 'RestElement':
      declare(nodeOf(pattern['argument']), found);
      return;
    default:
  }
}

function nodesOf(part: unknown): readonly Placed[] {
  return (Array.isArray(part) ? part : [part]).flatMap((child: unknown) => nodeOf(child) ?? []);
}

function nodeOf(part: unknown): Placed | undefined {
  const isNode = typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';
  return isNode ? (part as Placed) : undefined;
}

/** Of an identifier; text, as in `from '…'`, by its value. */
function nameOf(node: Placed | undefined): string {
  const name = node?.['name'] ?? node?.['value'];
  return typeof name === 'string' ? name : '';
}
