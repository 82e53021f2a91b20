/** Vite plugin that patches the places in Paged.js 0.4.3 where text is lost or an error is swallowed. */
import type { Plugin } from 'vite';

/** One replacement in one file of Paged.js. */
export interface SourcePatch {
  /** Path below `pagedjs/src/`. */
  readonly file: string;
  /** Why the original is wrong. */
  readonly why: string;
  readonly find: string;
  readonly replace: string;
  /** How often `find` must stand in the file. */
  readonly times: number;
}

/** Raised when Paged.js is not the version that the patches were written for. */
class PagedPatchError extends Error {
  override readonly name = 'PagedPatchError';
  constructor(patch: SourcePatch, found: number) {
    super(
      `pagedjs/src/${patch.file}：补丁要改的代码应出现 ${patch.times} 次，实际 ${found} 次。\n` +
        `原因：${patch.why}。不打补丁会悄悄丢字，所以停止构建。\n` +
        `要找的代码：${patch.find}\n` +
        '办法：确认 package.json 里 pagedjs 固定为 0.4.3；若要升级，先改 src/vite/pagedjs-patch.ts。',
    );
  }
}

const textOrigins = `
// Which source text a rendered text node came from, and where in it the rendered text starts.
const textOrigins = new WeakMap();
function recordTextOrigins(clone, node) {
	const rendered = document.createTreeWalker(clone, NodeFilter.SHOW_TEXT);
	const source = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
	if (isText(clone)) textOrigins.set(clone, { node, start: 0 });
	while (rendered.nextNode() && source.nextNode()) {
		textOrigins.set(rendered.currentNode, { node: source.currentNode, start: 0 });
	}
}
function indexOfOrigin(text, parent) {
	const origin = isText(text) ? textOrigins.get(text) : undefined;
	return origin && origin.node.parentNode === parent ? indexOf(origin.node) : indexOfTextNode(text, parent);
}
function startOfOrigin(text, node) {
	const origin = textOrigins.get(text);
	if (origin && origin.node === node) return origin.start;
	const whole = node.textContent, part = text.textContent;
	if (!whole.endsWith(part)) throw new Error("Unable to layout item: its text changed, «" + part.slice(0, 40) + "»");
	return whole.length - part.length;
}
function failLayout(message, node) {
	const inner = isElement(node) ? node : node && node.parentElement;
	const element = inner && (inner.closest("table, figure") || inner);
	const where = element ? "<" + element.localName + "> " : "";
	throw new Error(message + where + "«" + (element ? element.textContent.trim().slice(0, 60) : "") + "»");
}
`;

const layout = 'chunker/layout.js';

/** Modules that take a list of selectors apart at every comma, those within `:is()` too. */
const selectorLists = [
  { file: 'modules/paged-media/breaks.js', list: 'selector.split(",")', times: 2 },
  { file: 'modules/generated-content/target-counters.js', list: 'selector.split(",")', times: 1 },
  { file: 'modules/generated-content/running-headers.js', list: 'selector.split(",")', times: 1 },
  { file: 'modules/generated-content/target-text.js', list: 'this.selector.split(",")', times: 1 },
  { file: 'modules/filters/undisplayed.js', list: 'selector.split(",")', times: 1 },
];

const selectorsOf = `
// The selectors of a list: commas in quotes, round and square brackets are parts of a selector.
function selectorsOf(list) {
	const selectors = [""];
	let depth = 0;
	for (const [token] of list.matchAll(/"(?:[^"\\\\]|\\\\[^])*"|'(?:[^'\\\\]|\\\\[^])*'|\\\\[^]|[^]/g)) {
		if (token === "," && depth === 0) {
			selectors.push("");
			continue;
		}
		if (token === "(" || token === "[") depth += 1;
		if (token === ")" || token === "]") depth -= 1;
		selectors[selectors.length - 1] += token;
	}
	return selectors;
}
`;

function splitAtTopLevel({ file, list, times }: (typeof selectorLists)[number]): readonly SourcePatch[] {
  const why = '选择器列表按每个逗号拆开，:is() 里的也拆，选择器就不成立，印出空白页';
  const first = 'import csstree from "css-tree";';
  return [
    { file, why, find: first, replace: first + selectorsOf, times: 1 },
    { file, why, find: `${list}.forEach(`, replace: `selectorsOf(${list.replace('.split(",")', '')}).forEach(`, times },
  ];
}

/** Every change to Paged.js, in the order in which it is made. */
export const pagedPatches: readonly SourcePatch[] = [
  {
    file: layout,
    why: '需要记录每个文本节点的来源',
    find: 'const MAX_CHARS_PER_BREAK = 1500;',
    replace: `const MAX_CHARS_PER_BREAK = 1500;\n${textOrigins}`,
    times: 1,
  },
  {
    file: layout,
    why: '克隆时没有记下来源文本，后面只能靠文字猜',
    find: 'let clone = cloneNode(node, !shallow);',
    replace: 'let clone = cloneNode(node, !shallow);\n\t\trecordTextOrigins(clone, node);',
    times: 1,
  },
  {
    file: layout,
    why: '续页的起点只属于断开的那个文本，原代码会把别的节点也截短',
    find: '} else if (breakToken && isText(breakToken.node) && breakToken.offset > 0) {',
    replace: '} else if (breakToken && node === breakToken.node && isText(node) && breakToken.offset > 0) {',
    times: 1,
  },
  {
    file: layout,
    why: '续页文本的起点没有记下',
    find: 'clone.textContent = clone.textContent.substring(breakToken.offset);',
    replace:
      'clone.textContent = clone.textContent.substring(breakToken.offset);\n' +
      '\t\t\t\t\ttextOrigins.set(clone, { node, start: breakToken.offset });',
    times: 1,
  },
  {
    file: layout,
    why: '按文字内容找分页位置，重复的文字会找错而丢字',
    find: 'offset += node.textContent.indexOf(container.textContent);',
    replace: 'offset += startOfOrigin(container, node);',
    times: 1,
  },
  {
    file: layout,
    why: '按文字内容找同级文本，重复的文字会找错',
    find: 'index = indexOfTextNode(container, parent);',
    replace: 'index = indexOfOrigin(container, parent);',
    times: 1,
  },
  {
    file: layout,
    why: '按文字内容找同级文本，重复的文字会找错',
    find: 'index = indexOfTextNode(temp, parent);',
    replace: 'index = indexOfOrigin(temp, parent);',
    times: 1,
  },
  {
    file: layout,
    why: '续页上的框若整个排不下，会从它在原文中的开头重新排起，文字重复',
    find: '} else {\n\t\t\t\t\tnode = findElement(renderedNode, source);\n\t\t\t\t\toffset = 0;',
    replace:
      '} else {\n\t\t\t\t\tif (renderedNode.hasAttribute("data-split-from")) failLayout("Unable to layout item: ", renderedNode);\n' +
      '\t\t\t\t\tnode = findElement(renderedNode, source);\n\t\t\t\t\toffset = 0;',
    times: 1,
  },
  {
    file: layout,
    why: '溢出的只是空白，或溢出从第一个字开始时，原代码放弃查找，其后的内容会被裁掉',
    find: 'if (!offset) {\n\t\t\t\t\t\t\trange = undefined;\n\t\t\t\t\t\t} else {\n\t\t\t\t\t\t\trange.setStart(node, offset);\n\t\t\t\t\t\t}\n\t\t\t\t\t\tbreak;',
    replace:
      'if (offset === undefined) {\n\t\t\t\t\t\t\trange = undefined;\n\t\t\t\t\t\t} else {\n\t\t\t\t\t\t\trange.setStart(node, offset);\n\t\t\t\t\t\t\tbreak;\n\t\t\t\t\t\t}',
    times: 1,
  },
  {
    file: layout,
    why: '跨页处在字母数字之间会多印一个连字符',
    find: '(breakLetter && /^\\w|\\u00AD$/.test(prevLetter) && /^\\w|\\u00AD$/.test(breakLetter)) ||\n\t\t\t\t(!breakLetter && /^\\w|\\u00AD$/.test(prevLetter))',
    replace: 'prevLetter === "\\u00AD"',
    times: 1,
  },
  {
    file: layout,
    why: '合并格的行按格数而不按列数判断，会退回到不相干的行；由 row-spans.ts 代替',
    find: 'const rowspan = table.querySelector("[colspan]");',
    replace: 'const rowspan = null;',
    times: 1,
  },
  {
    file: layout,
    why: '移走溢出内容后，剩下的内容可能重新排开而再次溢出，原代码不再检查',
    find: 'this.hooks && this.hooks.afterOverflowRemoved.trigger(removed, rendered, this);\n\t\t\t}\n',
    replace:
      'this.hooks && this.hooks.afterOverflowRemoved.trigger(removed, rendered, this);\n' +
      '\t\t\t\tconst earlier = this.findBreakToken(rendered, source, bounds, prevBreakToken, extract);\n' +
      '\t\t\t\tif (earlier) return earlier;\n\t\t\t}\n',
    times: 1,
  },
  {
    file: layout,
    why: '排不下的内容只在控制台警告一声就被跳过',
    find: 'console.warn("Unable to layout item: ", prevNode);',
    replace: 'failLayout("Unable to layout item: ", newBreakToken.node);',
    times: 1,
  },
  {
    file: layout,
    why: '排不下的内容只在控制台警告一声就被跳过，说的还是它后面的那一块',
    find: 'console.warn("Unable to layout item: ", node);',
    replace: 'failLayout("Unable to layout item: ", newBreakToken.node);',
    times: 2,
  },
  {
    file: 'chunker/chunker.js',
    why: '分页停滞时只在控制台报错，文档从此处截断',
    find: 'console.error("Layout repeated at: ", breakToken.node);\n\t\t\t\t\treturn err;',
    replace:
      'throw new Error("Layout repeated at: «" + breakToken.node.textContent.trim().slice(0, 60) + "»", { cause: err });',
    times: 1,
  },
  {
    file: 'modules/generated-content/string-sets.js',
    why: '页眉取自正文时，首尾的引号会被去掉，反斜线没有转义',
    find: 'import { cleanPseudoContent } from "../../utils/css.js";',
    replace:
      'const cleanPseudoContent = (text) => (text ?? "").trim().replace(/["\\\\]/g, "\\\\$&").replace(/\\s+/g, " ") + "\\"";',
    times: 1,
  },
  {
    file: 'chunker/breaktoken.js',
    why: '同一文本的两个位置只要有一个是 0 就被当成相等，长文本会被误判为排不下',
    find: 'if (this["offset"] && otherBreakToken["offset"] &&\n\t\t\tthis["offset"] !== otherBreakToken["offset"]) {',
    replace: 'if ((this["offset"] || 0) !== (otherBreakToken["offset"] || 0)) {',
    times: 1,
  },
  {
    file: 'utils/dom.js',
    why: '续页的行按格数猜合并格，会把格里的字再写一遍，还改动原文；由 row-spans.ts 代替',
    find: '// Handle rowspan on table\n\tif (node.nodeName === "TR") {',
    replace: 'if (false) {',
    times: 1,
  },
  ...selectorLists.flatMap(splitAtTopLevel),
  {
    file: 'modules/paged-media/index.js',
    why:
      '前两个模块改写带 + 和 -of-type 的规则，会丢掉优先级、@media、伪元素和 :has(+ …)，由 sibling-rules.ts 代替；' +
      '脚注的模块会丢字，由 page-notes.ts 代替',
    find: '\tNthOfType,\n\tFollowing,\n\tFootnotes\n',
    replace: '',
    times: 1,
  },
  {
    file: 'modules/paged-media/splits.js',
    why: '跨页的框里每一行都会被拉开；由 last-lines.ts 代替',
    find: 'if (from) {\n\t\t\tthis.handleAlignment(from);\n\t\t}',
    replace: '',
    times: 1,
  },
  {
    file: 'polisher/base.js',
    // A first-letter box is drawn without a mark: Chromium leaves the letters out of the tag tree and of the outline.
    why: '续页里每个段落和标题的首字会成为 ::first-letter，Chromium 不给它加标签，大纲和朗读会漏字',
    find:
      '.pagedjs_pages > .pagedjs_page > .pagedjs_sheet > .pagedjs_pagebox > .pagedjs_area > div [data-split-from] > *::first-letter,\n' +
      '.pagedjs_pages > .pagedjs_page > .pagedjs_sheet > .pagedjs_pagebox > .pagedjs_area > div [data-split-from]::first-letter {',
    replace: '.pagedjs_no_first_letter {',
    times: 1,
  },
];

const inPaged = /[\\/]pagedjs[\\/]src[\\/](.+\.js)$/;

function fileOf(id: string): string | undefined {
  return inPaged.exec(id.split('?')[0] ?? id)?.[1]?.replaceAll('\\', '/');
}

/**
 * Applies the patches of one file.
 * @param file path below `pagedjs/src/`
 * @throws {PagedPatchError} if the text to replace does not stand there exactly as often as expected
 */
export function patchPaged(file: string, code: string): string {
  const unix = code.replaceAll('\r\n', '\n');
  return pagedPatches
    .filter((patch) => patch.file === file)
    .reduce((text, patch) => {
      const found = text.split(patch.find).length - 1;
      if (found !== patch.times) throw new PagedPatchError(patch, found);
      return text.replaceAll(patch.find, () => patch.replace);
    }, unix);
}

/**
 * The plugin. It also fails when Paged.js is bundled without passing through it: another entry (`dist/`, the browser
 * condition) would bring the text-losing code back unnoticed.
 */
export function pagedjsPatch(): Plugin {
  const patched = new Set<string>();
  return {
    name: 'planshelf:pagedjs-patch',
    enforce: 'pre',
    // The dependency optimizer of the dev server would bundle the package past this plugin.
    config: () => ({
      optimizeDeps: {
        exclude: ['pagedjs'],
        include: [
          'pagedjs > css-tree',
          'pagedjs > clear-cut',
          'pagedjs > event-emitter',
          'pagedjs > event-emitter/pipe.js',
        ],
      },
    }),
    transform(code, id) {
      const file = fileOf(id);
      if (file === undefined || !pagedPatches.some((patch) => patch.file === file)) return null;
      patched.add(file);
      return { code: patchPaged(file, code), map: null };
    },
    buildEnd(error) {
      if (error !== undefined) return;
      const bundled = [...this.getModuleIds()].some((id) => /[\\/]node_modules[\\/]pagedjs[\\/]/.test(id));
      const missing = pagedPatches.find((patch) => !patched.has(patch.file));
      if (bundled && missing !== undefined) throw new PagedPatchError(missing, 0);
    },
  };
}
