/** Blocks as a person can read and compare them: a line each, with everything that files are written by. */
import type { Block, Footnote, Inline, TableCell, TextStyle } from '../../../src/export/blocks.ts';

export function outlineOf(written: {
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
}): string {
  const notes = written.footnotes.map(({ id, number, blocks }) => `[${number}] ${id}\n${lines(blocks, '  ')}`);
  return [lines(written.blocks, ''), ...notes].join('\n');
}

function lines(blocks: readonly Block[], indent: string): string {
  return blocks.map((block) => line(block, indent)).join('\n');
}

function line(block: Block, indent: string): string {
  const deeper = `${indent}  `;
  switch (block.kind) {
    case 'heading':
      return `${indent}h${block.level} ${block.number}${content(block.content)}`;
    case 'paragraph':
      return `${indent}p ${content(block.content)}`;
    case 'facts':
      return block.facts
        .map((fact) => `${indent}${block.name} ${content(fact.term)}：${content(fact.content)}`)
        .join('\n');
    case 'list': {
      const items = block.items.map(({ checked, blocks }, index) => {
        const box = checked === undefined ? '' : checked ? ' [x]' : ' [ ]';
        return `${indent}${block.ordered ? block.start + index : '-'}${box}\n${lines(blocks, deeper)}`;
      });
      return [`${indent}list`, ...items].join('\n');
    }
    case 'table': {
      const shares = block.shares.map((share) => (share * 100).toFixed(1)).join(' ');
      const rows = [block.head, ...block.rows.map(({ cells }) => cells)].map(
        (cells) => `${deeper}${cells.map(cell).join(' | ')}`,
      );
      return [
        `${indent}table ${block.name ?? ''} ${content(block.caption)} ${block.columns.join(',')} ${shares}`,
        ...rows,
      ].join('\n');
    }
    case 'quote':
      return `${indent}quote\n${lines(block.blocks, deeper)}`;
    case 'code':
      return `${indent}code ${JSON.stringify(block.text)}`;
    case 'rule':
      return `${indent}---`;
  }
}

function cell({ content: inner, align, header }: TableCell): string {
  return `${header === true ? '#' : ''}${align === undefined ? '' : `${align}: `}${content(inner)}`;
}

function content(inlines: readonly Inline[]): string {
  return inlines.map(words).join('');
}

function words(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return styled(inline.text, inline.style);
    case 'blank':
      return styled(`【${inline.label}】`, inline.style);
    case 'gap':
      return '____';
    case 'break':
      return '⏎';
    case 'link':
      return `<${inline.href} ${content(inline.content)}>`;
    case 'footnote':
      return `[^${inline.id} ${inline.number}]`;
  }
}

function styled(text: string, style: TextStyle): string {
  const names = Object.keys(style);
  return names.length === 0 ? text : `{${names.join('+')} ${text}}`;
}
