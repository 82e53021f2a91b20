import {
  type Block,
  type Footnote,
  type Inline,
  type ListItem,
  type TableBlock,
  type TableCell,
  type TextStyle,
  inlineText,
} from './blocks.ts';
import type { Manuscript } from './manuscript.ts';

/**
 * A document as GitHub-flavoured Markdown: numbers of headings as text, tables with their captions above, open fields as
 * 【标签】. Whatever a writer typed is escaped and stays text.
 * https://github.github.com/gfm/
 */
export function markdown({ blocks, footnotes }: Manuscript): string {
  return `${[...blocks.map(blockText), ...footnotes.map(footnoteText)].filter((text) => text !== '').join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${lineEndEscaped(block.number + oneLine(block.content))}`;
    case 'paragraph':
      return lineStartEscaped(inlines(block.content, '\\\n'));
    case 'facts':
      return block.facts.map(({ term, content }) => `- ${oneLine(term)}：${oneLine(content)}`).join('\n');
    case 'list':
      return block.items
        .map((item, index) => itemText(item, block.ordered ? `${block.start + index}.` : '-'))
        .join('\n');
    case 'table':
      return tableText(block);
    case 'quote':
      return indented(block.blocks.map(blockText).join('\n\n'), '> ');
    case 'code': {
      const fence = '`'.repeat(Math.max(3, ...[...block.text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
      return `${fence}\n${block.text}\n${fence}`;
    }
    case 'rule':
      return '---';
  }
}

function itemText({ checked, blocks }: ListItem, marker: string): string {
  const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
  const [first, ...rest] = blocks.map(blockText);
  const gap = rest.length > 0 && blocks.slice(1).some(({ kind }) => kind !== 'list') ? '\n\n' : '\n';
  const text = [box + (first ?? ''), ...rest].join(gap);
  return `${marker} ${indented(text, ' '.repeat(marker.length + 1)).trimStart()}`;
}

function footnoteText({ id, blocks }: Footnote): string {
  return `[^${id}]: ${indented(blocks.map(blockText).join('\n\n'), '    ').trimStart()}`;
}

function indented(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
    .join('\n');
}

function tableText({ caption, head, rows }: TableBlock): string {
  const line = (cells: readonly TableCell[]): string =>
    `| ${cells.map(({ content }) => oneLine(content)).join(' | ')} |`;
  const rule = head.map(({ align }) => (align === 'right' ? '---:' : align === 'center' ? ':---:' : '---'));
  const table = [line(head), `| ${rule.join(' | ')} |`, ...rows.map(({ cells }) => line(cells))].join('\n');
  return caption.length === 0 ? table : `${strong(oneLine(caption), inlineText(caption))}\n\n${table}`;
}

/** Content of a heading or a cell, which is one line whatever is in it. */
function oneLine(content: readonly Inline[]): string {
  return inlines(content, '<br>');
}

/** Inline content; a link behind ! is no picture. */
function inlines(content: readonly Inline[], lineBreak: string): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return styled(inline.text, inline.style);
        case 'blank':
          return `【${escaped(inline.label)}】`;
        case 'gap':
          return '＿＿＿＿＿＿';
        case 'break':
          return lineBreak;
        case 'link':
          return `[${inlines(inline.content, lineBreak)}](<${inline.href.replace(/[<>\n]/g, encodeURIComponent)}>)`;
        case 'footnote':
          return `[^${inline.id}]`;
      }
    })
    .join('')
    .replace(/!(?=\[(?!\^))/g, '\\!');
}

function styled(text: string, style: TextStyle): string {
  if (style.code === true) return `<code>${escaped(text)}</code>`;
  let words = escaped(text);
  if (style.bold === true) words = strong(words, text);
  if (style.italic === true) words = `<em>${words}</em>`;
  if (style.strike === true) words = `<del>${words}</del>`;
  if (style.raised === true) words = `<sup>${words}</sup>`;
  return style.lowered === true ? `<sub>${words}</sub>` : words;
}

/** Two stars do not work beside Chinese punctuation: https://github.com/commonmark/commonmark-spec/issues/650 */
function strong(words: string, text: string): string {
  return /^[\p{L}\p{N}].*[\p{L}\p{N}]$/su.test(text) ? `**${words}**` : `<strong>${words}</strong>`;
}

/** Every character that Markdown could take for a sign wherever it stands, and what would make a link of an address. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~$@]|&(?=#?\w+;)|(?<=https?):|(?<=www)\./gi, '\\$&').replace(/\n/g, ' ');
}

/** What would close a heading at the end of its line. */
function lineEndEscaped(text: string): string {
  return text.replace(/(?<=^|\s)#+$/, '\\$&');
}

/** What would begin a list, a heading or a rule at the start of a line. */
function lineStartEscaped(text: string): string {
  return text.replace(/^(\s*)([#+=-]|\d+(?=[.)]))/gm, (_, space: string, sign: string) =>
    /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
  );
}
