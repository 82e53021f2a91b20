/** Words with blanks in them as nodes of a control, and the other way round; see {@link ChipText} for how they are written. */
import { editStrings as words } from '../../../components/fill/edit-strings.zh.ts';
import { splitBlanks } from '../../../model/blank.ts';

const footnote = /(\[\^[^\]\s]+\])/u;

/** Text and chips; `divides` where \n\n is a new paragraph, which is the character \n in a control. */
export function nodesOf(text: string, divides: boolean): Node[] {
  if (divides)
    return text
      .split(/(\n{2,}|\n)/)
      .flatMap((piece): Node[] =>
        piece === '\n' ? [document.createElement('br')] : nodesOf(piece.startsWith('\n') ? '\n' : piece, false),
      );
  return text.split(footnote).flatMap((piece): Node[] => {
    if (footnote.test(piece)) return [chip(piece, words.editor.note(piece.slice(2, -1)))];
    return splitBlanks(piece).map((run) =>
      run.kind === 'text' ? document.createTextNode(run.text) : chip(`【${run.label}】`, run.label),
    );
  });
}

export function chip(token: string, label: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'chip';
  element.contentEditable = 'false';
  element.draggable = true;
  element.tabIndex = 0;
  element.dataset['token'] = token;
  element.role = 'img';
  element.ariaLabel = words.editor.chip(label);
  element.textContent = label;
  return element;
}

/** The last line has this at its end: without it a browser shows no line behind a break, as if Enter did nothing. */
export function lastLine(): HTMLElement {
  const end = document.createElement('br');
  end.className = 'last-line';
  return end;
}

/** Lines of plain text are paragraphs, whether or not there are empty ones between them. */
export function plainLines(text: string, divides: boolean): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return divides ? lines.replace(/\n+/g, '\n\n') : lines;
}

export function wordsOf(node: Node, divides: boolean): string {
  if (node instanceof Text) {
    const text = node.data.replaceAll('【', '\\【').replaceAll('\u00A0', ' ');
    return divides ? text.replaceAll('\n', '\n\n') : text;
  }
  if (node instanceof HTMLBRElement) return node.className === 'last-line' ? '' : '\n';
  const token = node instanceof HTMLElement ? node.dataset['token'] : undefined;
  if (token !== undefined) return token;
  const inner = [...node.childNodes].map((child) => wordsOf(child, divides)).join('');
  // A browser that makes paragraphs of lines puts each into a block.
  return node instanceof HTMLDivElement && node.previousSibling !== null && !node.isContentEditable
    ? `\n${inner}`
    : inner;
}

/** A place between the nodes or characters of a control. */
export type Place = readonly [node: Node, offset: number];

/** The place in a control behind so many units of its words. */
export function placeAt(element: HTMLElement, units: number, words: (node: Node) => string): Place {
  let left = units;
  for (const [index, node] of [...element.childNodes].entries()) {
    const { length } = words(node);
    if (left <= length && node instanceof Text) {
      // Within a text: as many of its characters as say so much.
      for (let at = 0; at <= node.length; at += 1)
        if (words(new Text(node.data.slice(0, at))).length >= left) return [node, at];
    }
    if (left < length || (left === 0 && !(node instanceof Text))) return [element, index];
    left -= length;
  }
  return [element, element.childNodes.length];
}
