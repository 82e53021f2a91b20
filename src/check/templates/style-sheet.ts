import { type AtRule, type ChildNode, CssSyntaxError, type Declaration, type Root, parse } from 'postcss';
import type { TemplateFinding } from './finding.ts';

/** A style sheet of a template. */
export interface StyleSheetFile {
  readonly file: string;
  readonly text: string;
  /** Whether a file is there, by a path relative to the style sheet. */
  readonly fileExists: (path: string) => boolean;
}

/** Something that Paged.js 0.4.3 cannot take: each was seen to print a blank page or wrong numbers. */
interface Unsupported {
  readonly pattern: RegExp;
  readonly what: string;
  readonly fix: string;
}

const inMedia: Unsupported = {
  pattern: /[<>]=?/,
  what: '媒体查询用了范围写法',
  fix: '写成 (min-width: …)、(max-width: …)；打印样式一般不需要媒体查询。',
};

const inValues: readonly Unsupported[] = [
  {
    pattern: /\battr\(\s*[\w-]+\s+[\w(]/,
    what: '用了带类型的 attr()',
    fix: '只用 attr(属性名)；要数值，在 Document.astro 里写成 style="--x: …"，样式里用 var(--x)。',
  },
  {
    pattern: /\bleader\([^]*\btarget-counter\(|\btarget-counter\([^]*\bleader\(/,
    what: 'leader() 与 target-counter() 写在一起',
    fix: '去掉 leader()，用下边框或点线背景画引导线；写在一起页码会印成 0。',
  },
];

/** Finds what is written wrongly, what Paged.js cannot take, and files that are named and not there. */
export function checkStyleSheet(source: StyleSheetFile): readonly TemplateFinding[] {
  const root = parsed(source);
  if (!('nodes' in root)) return [root];
  const findings: TemplateFinding[] = [];
  root.walk((node) => {
    findings.push(...checkNode(node, source));
  });
  return findings;
}

function parsed({ file, text }: StyleSheetFile): Root | TemplateFinding {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const { line = 1, column = 1, reason } = error;
    const offset =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1;
    const fix = '检查这一处的花括号、引号和分号是否成对。';
    return { code: 'template-css-syntax', file, offset, what: `这里读不下去（${reason}）`, fix };
  }
}

function checkNode(node: ChildNode, source: StyleSheetFile): TemplateFinding[] {
  switch (node.type) {
    case 'atrule':
      if (node.name === 'page' && node.params === '') return pageBox(node, source);
      if (node.name === 'import') return [...missingFiles(node, node.params, source), ...lateImport(node, source)];
      return node.name === 'media' ? unsupported(node, node.params, [inMedia], source) : [];
    case 'decl':
      return [...unsupported(node, node.value, inValues, source), ...missingFiles(node, node.value, source)];
    case 'rule':
    case 'comment':
      return [];
  }
}

function unsupported(
  node: ChildNode,
  text: string,
  patterns: readonly Unsupported[],
  { file, text: whole }: StyleSheetFile,
): TemplateFinding[] {
  return patterns.flatMap(({ pattern, what, fix }): TemplateFinding[] => {
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return [];
    return [{ code: 'template-css-unsupported', file, offset: placeOf(node, found, whole), what, fix }];
  });
}

/** What a rule for all pages says of their size and margins, with what `template.ts` would say instead. */
function pageBox(rule: AtRule, { file }: StyleSheetFile): TemplateFinding[] {
  return (rule.nodes ?? []).flatMap((node): TemplateFinding[] => {
    if (node.type !== 'decl' || !/^(?:size|margin(?:-\w+)?)$/.test(node.prop)) return [];
    const fix = `删去这一行，在 template.ts 里写 ${inTemplate(node)}。`;
    const offset = node.source?.start?.offset ?? 0;
    return [{ code: 'template-css-page', file, offset, what: `@page 里写了 ${node.prop}`, fix }];
  });
}

/** The key of `template.ts` for a declaration; with its values where they are in millimetres. */
function inTemplate({ prop, value }: Declaration): string {
  const lengths = value.split(/\s+/).map((text) => /^([\d.]+)mm$/.exec(text)?.[1] ?? (text === '0' ? '0' : undefined));
  const [top, right = top, bottom = top, left = right] = lengths;
  if (prop === 'size')
    return lengths.length === 2 && !lengths.includes(undefined) ? `page: { width: ${top}, height: ${right} }` : 'page';
  if (prop === 'margin' && !lengths.includes(undefined))
    return `margin: { top: ${top}, right: ${right}, bottom: ${bottom}, left: ${left} }`;
  return 'margin';
}

/** The build drops an import that stands after a rule. */
function lateImport(node: AtRule, { file }: StyleSheetFile): TemplateFinding[] {
  let before = node.prev();
  while (before?.type === 'comment' || (before?.type === 'atrule' && /^(?:import|charset|layer)$/.test(before.name)))
    before = before.prev();
  if (before === undefined) return [];
  const offset = node.source?.start?.offset ?? 0;
  const fix = '把它移到文件最前面，写在所有规则之前。';
  return [{ code: 'template-css-syntax', file, offset, what: '@import 写在了别的规则后面，不起作用', fix }];
}

/** @param named what names files: `url(./logo.svg)`, or the `'../text.css'` of an import */
function missingFiles(node: AtRule | Declaration, named: string, source: StyleSheetFile): TemplateFinding[] {
  const { file, text, fileExists } = source;
  const pattern = node.type === 'atrule' ? /^(?:url\(\s*)?["']?([^"')\s]+)/g : /url\(\s*["']?([^"')]+)["']?\s*\)/g;
  return [...named.matchAll(pattern)].flatMap(([match, path = '']) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(path) || fileExists(path.replace(/[?#].*$/, ''))) return [];
    const fix = '把文件放到这个位置（相对于样式文件），或改正路径。';
    return [
      { code: 'template-css-file' as const, file, offset: placeOf(node, match, text), what: `没有文件 ${path}`, fix },
    ];
  });
}

/** Where a piece of a node's text stands; the node itself where comments within it have moved the piece. */
function placeOf(node: ChildNode, piece: string, text: string): number {
  const start = node.source?.start?.offset ?? 0;
  const at = text.indexOf(piece, start);
  const end = node.source?.end?.offset ?? text.length;
  return at < 0 || at > end ? start : at;
}
