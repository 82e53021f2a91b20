import type { Definition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { attributeOf, isJsx } from '../../markdown/allowed-markup.ts';
import { splitBlanks } from '../../model/blank.ts';
import { type Jsx, keptAttributesOf } from './prose-elements.ts';
import { joined, tidied } from '../content.ts';
import { spanElements } from '../html-names.ts';
import type { Inline, Mark } from '../schema.ts';
import { collapsed } from '../white-space.ts';

const marksOf: Readonly<Record<string, Mark>> = {
  strong: 'bold',
  b: 'bold',
  emphasis: 'italic',
  em: 'italic',
  i: 'italic',
  delete: 'strike',
  del: 'strike',
  s: 'strike',
  inlineCode: 'code',
  code: 'code',
  sup: 'superscript',
  sub: 'subscript',
  u: 'underline',
  mark: 'highlight',
};

type Picture = Extract<Inline, { kind: 'picture' }>;

/** Reads phrasing content of prose, in Markdown or HTML. */
export class ProseContent {
  readonly #definitions = new Map<string, Definition>();

  constructor(prose: Root) {
    visit(prose, 'definition', (node) => {
      // The first of a name counts. https://spec.commonmark.org/0.31.2/#matches
      if (!this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node);
    });
  }

  /** White space as it is shown, none at the ends. */
  read(nodes: readonly Nodes[], marks: readonly Mark[] = []): Inline[] {
    return tidied(nodes.flatMap((node) => this.#inline(node, marks)));
  }

  /** The picture that a node is, whichever way it is written. */
  pictureOf(node: Nodes, marks: readonly Mark[] = []): Picture | undefined {
    if (isJsx(node) && node.name === 'img')
      return {
        ...picture(attributeOf(node, 'src'), attributeOf(node, 'alt'), attributeOf(node, 'title'), marks),
        ...sizeOf(node),
      };
    if (node.type === 'image') return picture(node.url, node.alt, node.title, marks);
    if (node.type !== 'imageReference') return undefined;
    const definition = this.#definitions.get(node.identifier);
    return picture(definition?.url, node.alt, definition?.title, marks);
  }

  #inline(node: Nodes, marks: readonly Mark[]): Inline[] {
    switch (node.type) {
      case 'text':
        return splitBlanks(node.value).map((run): Inline => {
          if (run.kind === 'blank') return { kind: 'blank', label: run.label, ...marked(marks) };
          return { kind: 'text', text: collapsed(run.text), ...marked(marks) };
        });
      case 'inlineCode':
        return [{ kind: 'text', text: collapsed(node.value), ...marked(withMark(marks, 'code')) }];
      case 'break':
        return [{ kind: 'break' }];
      case 'link':
        return this.#link(node.url, node.title, node.children, marks);
      case 'linkReference': {
        const definition = this.#definitions.get(node.identifier);
        return this.#link(definition?.url ?? '', definition?.title, node.children, marks);
      }
      case 'footnoteReference':
        return [{ kind: 'footnote', id: node.identifier.toLowerCase() }];
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#html(node, marks);
      case 'image':
      case 'imageReference': {
        const found = this.pictureOf(node, marks);
        return found === undefined ? [] : [found];
      }
      default: {
        const inner = withMark(marks, marksOf[node.type]);
        return 'children' in node ? node.children.flatMap((child) => this.#inline(child, inner)) : [];
      }
    }
  }

  #html(node: Jsx, marks: readonly Mark[]): Inline[] {
    const name = node.name ?? '';
    if (name === 'br') return [{ kind: 'break' }];
    if (name === 'img') return [this.pictureOf(node, marks)].filter((found) => found !== undefined);
    if (name === 'a') {
      const href = attributeOf(node, 'href');
      if (href !== undefined) return this.#link(href, attributeOf(node, 'title'), node.children, marks);
    }
    const inner = withMark(marks, marksOf[name]);
    const content = node.children.flatMap((child) => this.#inline(child, inner));
    const named = keptAttributesOf(node);
    const element = spanElements.find((known) => known === name);
    if (element === undefined && Object.keys(named).length === 0) return content;
    return [{ kind: 'span', element: element ?? 'span', ...named, content }];
  }

  #link(url: string, title: string | null | undefined, children: readonly Nodes[], marks: readonly Mark[]): Inline[] {
    const content = joined(children.flatMap((child) => this.#inline(child, marks)));
    return [{ kind: 'link', href: addressOf(url), ...(title && { title }), content }];
  }
}

function picture(
  src: string | undefined,
  alt: string | null | undefined,
  title: string | null | undefined,
  marks: readonly Mark[],
): Picture {
  return { kind: 'picture', src: src ?? '', alt: alt ?? '', ...(title && { title }), ...marked(marks) };
}

/** The size that an author gives a picture. */
function sizeOf(node: Jsx): Pick<Picture, 'width' | 'height'> {
  const size = (name: string): number | undefined => {
    const given = Number(attributeOf(node, name));
    return Number.isInteger(given) && given > 0 ? given : undefined;
  };
  const [width, height] = [size('width'), size('height')];
  return { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}

/** What no address may hold is encoded, as CommonMark has it; what is encoded already stays. */
function addressOf(url: string): string {
  return encodeURI(url.toWellFormed()).replace(/%25(?=[0-9A-Za-z]{2})/g, '%');
}

function withMark(marks: readonly Mark[], mark: Mark | undefined): readonly Mark[] {
  return mark === undefined || marks.includes(mark) ? marks : [...marks, mark];
}

function marked(marks: readonly Mark[]): { marks?: Mark[] } {
  return marks.length === 0 ? {} : { marks: [...marks] };
}
