import { joined, mapContent } from '../content.ts';
import { anchorsIn } from './document-places.ts';
import { numberedNotes } from '../referenced-notes.ts';
import type { Content, Inline, PlanDocument } from '../schema.ts';
import { everyInline, mapBlocks } from '../walk.ts';

/** Sets right what follows from edits: notes that nothing refers to, and links to what is gone. */
export function repaired(document: PlanDocument): PlanDocument {
  const footnotes = numberedNotes(document);
  const anchors = anchorsOf({ ...document, footnotes });
  const live = (content: Content): Inline[] =>
    joined(
      mapContent(content, (inline) =>
        inline.kind === 'link' && isDeadLink(inline.href, anchors) ? inline.content : [inline],
      ),
    );
  return {
    ...document,
    blocks: mapBlocks(document.blocks, live),
    footnotes: footnotes.map((note) => ({ ...note, blocks: mapBlocks(note.blocks, live) })),
  };
}

function anchorsOf({ blocks, footnotes }: PlanDocument): ReadonlySet<string> {
  const anchors = anchorsIn(blocks);
  for (const inline of everyInline(blocks))
    if (inline.kind === 'span' && inline.anchor !== undefined) anchors.add(inline.anchor);
  for (const { id } of footnotes) anchors.add(`user-content-fn-${id}`);
  return anchors;
}

/** Whether an address is that of a place of the document that is not there. */
function isDeadLink(href: string, anchors: ReadonlySet<string>): boolean {
  if (!href.startsWith('#')) return false;
  try {
    return !anchors.has(decodeURIComponent(href.slice(1))) && !anchors.has(href.slice(1));
  } catch {
    return true; // no anchor is written with a broken escape
  }
}
