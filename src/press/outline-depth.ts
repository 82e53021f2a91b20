/** Leaves the deeper levels of a PDF's outline out. */
import { StampError } from './stamp.ts';

interface OutlineItem {
  /** Where its tail stands in the file: `/First 7 0 R … /Count 3`. */
  readonly start: number;
  readonly next: number | undefined;
  readonly first: number | undefined;
  /** As it was written. */
  readonly tail: string;
}

const root = /<<\/Type \/Outlines\n\/First (\d+) 0 R\n\/Last \d+ 0 R\n\/Count (\d+)>>/;
/** An item as Chromium writes it, behind its title and place. */
const item =
  /\n\/Parent \d+ 0 R(?:\n\/SE \d+ 0 R)?((?:\n\/(?:Prev|Next) \d+ 0 R)*)((?:\n\/First (\d+) 0 R\n\/Last \d+ 0 R\n\/Count -?\d+)?)>>$/;

/**
 * Chromium makes the outline of all tagged headings, `role="heading"` too: a heading cannot keep its level in the tags and
 * stay out of the outline. So the items below the last level lose what hangs on them, each replacement as long as what it
 * replaces, and the numbers of items follow.
 *
 * @param depth levels that stay
 * @returns the PDF as it is where it has no outline
 * @throws {StampError} if the outline is not written as it is known to be
 */
export function withOutlineDepth(pdf: Uint8Array, depth: number): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const outlines = root.exec(text);
  if (outlines === null) {
    if (/\/Type \/Outlines/.test(text)) throw unknownOutline();
    return pdf;
  }
  const items = itemsOf(text);
  const changes: { readonly start: number; readonly by: string }[] = [];
  const replace = (start: number, old: string, by: string): void => {
    if (by.length > old.length) throw unknownOutline();
    changes.push({ start, by: by.padEnd(old.length) });
  };
  /** Cuts the items from one on; answers how many stay, those below them included. */
  const cut = (first: number, level: number): number => {
    let count = 0;
    for (let number: number | undefined = first; number !== undefined;) {
      const found = items.get(number);
      if (found === undefined) throw unknownOutline();
      count += 1;
      if (found.first !== undefined) {
        const below = level < depth ? cut(found.first, level + 1) : 0;
        const tail = below === 0 ? '' : found.tail.replace(/\/Count -?\d+$/, `/Count ${below}`);
        replace(found.start, found.tail, tail);
        count += below;
      }
      number = found.next;
    }
    return count;
  };
  const [whole, first, total = ''] = outlines;
  const count = String(cut(Number(first), 1));
  replace(outlines.index + whole.length - total.length - '>>'.length, total, count);
  const bytes = Buffer.from(text, 'latin1');
  for (const { start, by } of changes) bytes.write(by, start, 'latin1');
  return bytes;
}

function itemsOf(text: string): ReadonlyMap<number, OutlineItem> {
  const items = new Map<number, OutlineItem>();
  for (const { 0: head, 1: number, index } of text.matchAll(/(?<![^\n])(\d+) 0 obj\n<<\/Title /g)) {
    const end = text.indexOf('\nendobj', index + head.length);
    const found = item.exec(text.slice(index, end));
    if (found === null) continue;
    const [, siblings = '', tail = '', first] = found;
    const next = /\/Next (\d+)/.exec(siblings)?.[1];
    const start = end - '>>'.length - tail.length;
    items.set(Number(number), { start, tail, next: toNumber(next), first: toNumber(first) });
  }
  return items;
}

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function unknownOutline(): StampError {
  return new StampError('PDF 的大纲不是预期的写法，没有办法只留前几级');
}
