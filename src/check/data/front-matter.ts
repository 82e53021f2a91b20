import { type Document, LineCounter, type Node, isMap, isNode, isScalar, parseDocument } from 'yaml';
import { type Position, point } from '../../model/problem.ts';
import { readYaml } from './yaml-content.ts';
import { tooDeep, type YamlError, yamlErrors } from './yaml-errors.ts';

/** A string of the front matter with the place where its characters stand. */
export interface FrontMatterString {
  /** Keys and indexes from the root: `['kpis', 0, 'target']`. */
  readonly path: readonly PropertyKey[];
  readonly value: string;
  /** The scalar's text in the entry's text, in UTF-16 units; of a block scalar, behind its `|` or `>` line. */
  place(): { readonly start: number; readonly end: number };
}

/** The YAML between the two `---` lines of an entry. */
export interface FrontMatter {
  /** What the YAML says, as plain values. */
  readonly content: unknown;
  /** Position of a key's value, or of the nearest thing above it that is there. */
  positionOf(path: readonly PropertyKey[]): Position;
  /** Position of the key itself. */
  keyPositionOf(path: readonly PropertyKey[], key: string): Position;
  readonly strings: readonly FrontMatterString[];
}

/**
 * Reads the YAML from `start` to `end`; positions and offsets are those of the whole text. Places are looked up in a
 * second, slower parse, which happens only once something is wrong.
 */
export function parseFrontMatter(text: string, start: number, end: number): FrontMatter | readonly YamlError[] {
  const source = text.slice(start, end);
  const document = once(() => parseDocument(source, { prettyErrors: false, logLevel: 'silent' }));
  const read = readYaml(source);
  if ('reason' in read) {
    const { code, reason, offset } = read;
    const deep = tooDeep(source);
    if (code !== undefined && !(code === 'TOO_DEEP' && deep))
      return [{ message: reason, code, offset: start + offset }];
    const errors = deep === undefined ? yamlErrors(document(), source) : [deep];
    const found = errors.length > 0 ? errors : [{ message: read.reason, code: 'UNREADABLE', offset: read.offset }];
    return found.map((error) => ({ ...error, offset: start + error.offset }));
  }
  const lines = once(() => lineCounterOf(text));
  const at = (offset: number): Position => positionAt(lines(), start + offset);
  const place = (path: readonly PropertyKey[]) => placeOf(nodeAt(document(), path), source, start);
  return {
    content: read.content,
    positionOf: (path) => at(startOf(nodeAt(document(), path))),
    keyPositionOf: (path, key) => {
      const node = nodeAt(document(), path);
      return at(startOf(keyAt(node, key) ?? node));
    },
    strings: stringsOf(read.content, [], (path) => () => place(path)),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

export function lineCounterOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) lines.addNewLine(i + 1);
  return lines;
}

export function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return point(Math.max(1, line), Math.max(1, col));
}

/** The node at a path; where the path leads nowhere, the last node on it that exists. */
function nodeAt(document: Document, path: readonly PropertyKey[]): Node | null {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents;
}

function keyAt(node: Node | null, key: string): Node | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return pair && isNode(pair.key) ? pair.key : undefined;
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

const blockHeader = /[|>][^\n]*\n/y;

function placeOf(node: Node | null, source: string, shift: number): { start: number; end: number } {
  const [from, end] = node?.range ?? [0, 0];
  blockHeader.lastIndex = from;
  const isBlock = isScalar(node) && node.type?.startsWith('BLOCK') === true;
  const header = isBlock ? (blockHeader.exec(source)?.[0].length ?? 0) : 0;
  return { start: shift + from + header, end: shift + end };
}

type PlaceAt = (path: readonly PropertyKey[]) => FrontMatterString['place'];

/** Every string of the values; an alias shows its string again in each of its places. */
function stringsOf(value: unknown, path: readonly PropertyKey[], placeAt: PlaceAt): FrontMatterString[] {
  if (typeof value === 'string') return [{ path, value, place: placeAt(path) }];
  if (Array.isArray(value)) return value.flatMap((item, i) => stringsOf(item, [...path, i], placeAt));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => stringsOf(item, [...path, key], placeAt));
}
