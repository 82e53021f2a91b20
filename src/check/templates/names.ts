import { parseAst } from 'rolldown/parseAst';
import { nearest } from '../../model/nearest.ts';
import type { TemplateFinding } from './finding.ts';
import { type Placed, exportedNames, namesIn } from './module-names.ts';

/** Text of a file, by its address in an import; undefined where there is none. */
export type ReadModule = (address: string) => string | undefined;

/**
 * Finds names in `template.ts` that nothing stands behind: an option that is not there, a slip in an import. Running the file
 * would tell too, but not where.
 */
export function checkNames(statements: readonly Placed[], file: string, read: ReadModule): readonly TemplateFinding[] {
  const { imports, given, used } = namesIn(statements);
  const exported = new Map(imports.map(({ address }) => [address, exportsOf(read(address))]));
  const wrongImports = imports.flatMap(({ address, names }): TemplateFinding[] => {
    if (!address.startsWith('.')) return [];
    const [first] = names;
    if (read(address) === undefined)
      return [finding(file, first?.offset, `没有 ${address} 这个文件`, '核对 import 里的路径。')];
    const known = exported.get(address);
    if (known === undefined) return [];
    return names
      .filter(({ name }) => !known.includes(name))
      .map(({ name, offset }) => finding(file, offset, `${address} 里没有 ${name}`, meant(name, known)));
  });
  const others = [...new Set([...exported.values()].flatMap((names) => names ?? []))];
  const unknown = used.filter(({ name }) => !given.has(name) && !(name in globalThis));
  return [
    ...wrongImports,
    ...unknown.map(({ name, offset }) =>
      finding(file, offset, `${name} 没有定义`, remedy(name, exported, [...given, ...others], others)),
    ),
  ];
}

function remedy(
  name: string,
  exported: ReadonlyMap<string, readonly string[] | undefined>,
  known: readonly string[],
  others: readonly string[],
): string {
  const [address] = [...exported].find(([, names]) => names?.includes(name) === true) ?? [];
  if (address !== undefined) return `在 import 里加上它：import { ${name} } from '${address}'。`;
  const near = nearest(name, known);
  if (near !== undefined) return `是否要写 ${near}？`;
  const there = others.length === 0 ? '' : `；引入的文件里有：${others.join('、')}`;
  return `先用 const ${name} = … 写出它，或改用已有的名字${there}。`;
}

function meant(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? `那里有：${known.join('、') || '无'}。` : `是否要写 ${near}？`;
}

function finding(file: string, offset: number | undefined, what: string, fix: string): TemplateFinding {
  return { code: 'template-name', file, ...(offset === undefined ? {} : { offset }), what, fix };
}

/** Undefined where it cannot be told: no file, one that cannot be read, one that passes on what another exports. */
function exportsOf(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  try {
    return exportedNames(parseAst(text, { lang: 'ts' }).body as unknown as readonly Placed[]);
  } catch {
    return undefined;
  }
}
