import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageContent } from './page-content.ts';
import type { PdfElement, PdfNode } from './pdf-document.ts';
import { property, textProperty } from './pdf-property.ts';

type StructureTree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;

/** The part of the tag tree that lies on a page, with the text of its marked content. */
export function buildTree(structure: StructureTree | null, content: PageContent): PdfElement {
  const build = (node: object): readonly PdfNode[] => {
    const id = textProperty(node, 'id');
    if (property(node, 'type') === 'content') return textOf(content, Number(id.slice(id.lastIndexOf('_mc') + 3)));
    if (property(node, 'type') === 'annotation')
      return [{ kind: 'annotation', id: id.replace(/^pdfjs_internal_id_/, '') }];
    const children = property(node, 'children');
    if (!Array.isArray(children)) return [];
    const role = textProperty(node, 'role');
    const alternative = textProperty(node, 'alt');
    return [{ kind: 'element', role, alternative, children: (children as readonly object[]).flatMap(build) }];
  };
  return {
    kind: 'element',
    role: 'Root',
    alternative: '',
    children: structure ? structure.children.flatMap(build) : [],
  };
}

function textOf(content: PageContent, id: number): readonly PdfNode[] {
  const marked = content.marked.get(id);
  if (!marked) return [];
  const own: PdfNode[] = [{ kind: 'text', text: marked.text, untagged: false }];
  return marked.untaggedAfter === '' ? own : [...own, { kind: 'text', text: marked.untaggedAfter, untagged: true }];
}

/** Whether a link or another annotation hangs in the tree. */
export function hasAnnotation(element: PdfElement): boolean {
  return element.children.some(
    (child) => child.kind === 'annotation' || (child.kind === 'element' && hasAnnotation(child)),
  );
}
