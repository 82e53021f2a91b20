import { type Document, type YAMLError as ParserFault, isCollection, isScalar, visit } from 'yaml';

/** A YAML mistake with its offset in the YAML text. */
export interface YamlError {
  readonly message: string;
  readonly code: string;
  readonly offset: number;
}

/** Brackets within brackets that no plan comes near. */
const deepest = 24;

/**
 * Brackets that are opened within one another without end. The parser that knows the places of mistakes reads the rest of the
 * text once for each of them, which takes seconds for a few hundred; it is not asked.
 */
export function tooDeep(source: string): YamlError | undefined {
  const open: number[] = [];
  for (const { 0: bracket, index } of source.matchAll(/[[\]{}]/g)) {
    if (bracket === '[' || bracket === '{') open.push(index);
    else open.pop();
    if (open.length > deepest) return { message: 'brackets too deep', code: 'MISSING_CHAR', offset: open[0] ?? 0 };
  }
  return undefined;
}

/**
 * The mistakes of a document, each once: what follows a syntax error is read wrongly, so of those only the first counts;
 * keys that stand twice are each a mistake of their own. An unknown tag is a mere warning here and an error on the site.
 */
export function yamlErrors(document: Document.Parsed, source: string): YamlError[] {
  const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
  const named = [...document.errors, ...tags].map((fault) => asWritten(fault, document, source));
  const all = [...named, ...unresolvedAliases(document)];
  const syntax = all.filter(({ code }) => code !== 'DUPLICATE_KEY').sort((a, b) => a.offset - b.offset)[0];
  return all.filter(
    (error) => error === syntax || (error.code === 'DUPLICATE_KEY' && error.offset < (syntax?.offset ?? Infinity)),
  );
}

type Fault = Pick<ParserFault, 'message' | 'code' | 'pos'>;

/** The parser names some mistakes by what they led to: this names them by what a writer did. */
function asWritten({ message, code, pos }: Fault, document: Document, source: string): YamlError {
  const [offset] = pos;
  if (message.startsWith('Block scalar header')) {
    const sign = Math.max(source.lastIndexOf('>', offset), source.lastIndexOf('|', offset));
    return { message, code: 'BLOCK_HEADER', offset: Math.max(0, sign) };
  }
  const tag = source.lastIndexOf('!', offset);
  if (tag !== -1 && tag >= offset - 1) return { message, code: 'TAG_RESOLVE_FAILED', offset: tag };
  const opener = openerBefore(document, code, offset);
  const comment = opener === offset ? undefined : commentBehind(source, opener);
  return comment === undefined
    ? { message, code, offset: opener }
    : { message, code: 'COMMENT_IN_FLOW', offset: comment };
}

/** Where a comment begins on the line of a bracket that it keeps from being closed. */
function commentBehind(source: string, opener: number): number | undefined {
  const found = /^[[{][^\n]*?[ \t](?=#)/.exec(source.slice(opener));
  return found === null ? undefined : opener + found[0].length;
}

/** Of a quote or bracket that is never closed, the parser reports the end: this is where it opens. */
function openerBefore(document: Document, code: string, offset: number): number {
  let opener = offset;
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return opener;
  visit(document, {
    Node(_, node) {
      const [from, to] = node.range ?? [Infinity, 0];
      const opens = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow;
      if (opens && from < offset && offset <= to) opener = from;
    },
  });
  return opener;
}

function unresolvedAliases(document: Document): YamlError[] {
  const errors: YamlError[] = [];
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document) !== undefined) return;
      errors.push({ message: `unknown alias ${node.source}`, code: 'BAD_ALIAS', offset: node.range?.[0] ?? 0 });
    },
  });
  return errors;
}
