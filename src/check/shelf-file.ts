import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isCollection, isMap, isNode, isScalar, parseDocument } from 'yaml';
import { nearest } from '../model/nearest.ts';
import { type Problem, compareProblems, point } from '../model/problem.ts';
import { type ShelfSettings, licenceKeys, shelfSchema } from '../model/shelf/shelf-settings.ts';
import { yamlErrors } from './data/yaml-errors.ts';

/** What a shelf says of itself, relative to the project's root. */
export const shelfFile = 'content/shelf.yaml';

/** A shelf's settings and what is wrong with them. */
export interface ShelfReading {
  /** Where something is wrong, those that give nothing away. */
  readonly settings: ShelfSettings;
  readonly problems: readonly Problem[];
}

/** Reads a shelf's settings; a shelf without the file has the defaults. */
export function readShelf(root: string): ShelfReading {
  return shelfFrom(textAt(join(root, shelfFile)));
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** The same from the text of the file. */
export function shelfFrom(source: string): ShelfReading {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const problemAt = (offset: number, what: string, fix: string): Problem => {
    const { line, col } = lines.linePos(offset);
    const why = '书架的名称、说明和许可写在每一页上，也写进订阅和 Word 文件。';
    return { code: 'shelf-settings', severity: 'error', file: shelfFile, position: point(line, col), what, why, fix };
  };
  const [fault] = yamlErrors(document, source);
  if (fault !== undefined)
    return refused([problemAt(fault.offset, 'YAML 的写法有误，从这里读不下去', '检查这一处的引号、冒号和缩进。')]);
  const parsed = shelfSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { settings: parsed.data, problems: [] };
  const keys = Object.keys(shelfSchema.in.shape);
  const problems = parsed.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      const [key] = issue.path;
      if (typeof key !== 'string') return [problemAt(0, '要每行写“名称: 值”', `可用的键：${keys.join('、')}。`)];
      return [
        problemAt(
          valueOffset(document.contents, key),
          `${key} 的值不对`,
          `${fixOf(key, document.get(key))}${issue.message}。`,
        ),
      ];
    }
    return issue.keys.map((key) => {
      const meant = nearest(key, keys);
      const fix = meant === undefined ? `可用的键：${keys.join('、')}。` : `是否要写 ${meant}？`;
      return problemAt(keyOffset(document.contents, key), `未知的键 ${key}`, fix);
    });
  });
  return refused(problems.sort(compareProblems));
}

function refused(problems: readonly Problem[]): ShelfReading {
  return { settings: shelfSchema.parse({ internal: true }), problems };
}

function fixOf(key: string, given: unknown): string {
  if (key !== 'licence' || typeof given !== 'string') return '';
  const meant = licenceKeys.find((known) => known.startsWith(given.toUpperCase())) ?? nearest(given, licenceKeys);
  return meant === undefined ? '' : `是否要写 ${meant}？`;
}

function pairOf(contents: unknown, key: string) {
  return isMap(contents) ? contents.items.find((pair) => isScalar(pair.key) && pair.key.value === key) : undefined;
}

function keyOffset(contents: unknown, key: string): number {
  const node = pairOf(contents, key)?.key;
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function valueOffset(contents: unknown, key: string): number {
  const node = pairOf(contents, key)?.value;
  const empty = !isNode(node) || (isScalar(node) && node.value === null) || isCollection(node);
  return empty ? keyOffset(contents, key) : (node.range?.[0] ?? 0);
}
