import type { Element, ElementContent, Root, RootContent } from 'hast';
import type {} from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';

/**
 * A picture that stands alone in its paragraph or list item is a figure; its caption is the picture's title, or what
 * stands in its place for those who do not see it.
 *
 * ```md
 * ![回访流程](./flow.png)
 * ```
 * ```html
 * <figure><img src="./flow.png" alt="回访流程"><figcaption>回访流程</figcaption></figure>
 * ```
 */
export function rehypeFigures() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'root') return undefined;
      if (['figure', 'td', 'th'].includes(nameOf(node) ?? '')) return SKIP;
      if (node.type === 'mdxJsxFlowElement' && isPicture(node) && parent !== undefined && index !== undefined) {
        parent.children.splice(index, 1, figure(node));
        return SKIP;
      }
      if (node.type !== 'element') return undefined;
      if (node.tagName === 'li') node.children = withFigures(node.children);
      const pictures = node.tagName === 'p' ? onlyPictures(node.children) : undefined;
      if (pictures === undefined || parent === undefined || index === undefined) return undefined;
      parent.children.splice(index, 1, ...pictures.map(figure));
      return [SKIP, index + pictures.length];
    });
  };
}

type Picture = Extract<ElementContent, { type: 'element' | 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function nameOf(node: RootContent): string | undefined {
  if (node.type === 'element') return node.tagName;
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' ? (node.name ?? undefined) : undefined;
}

function isPicture(node: RootContent): node is Picture {
  return nameOf(node) === 'img';
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** The pictures of a paragraph that holds nothing else; one without words for it stays in its paragraph. */
function onlyPictures(children: readonly ElementContent[]): readonly Picture[] | undefined {
  const content = children.filter((child) => !isBlank(child));
  const pictures = content.filter(isPicture).filter((picture) => captionOf(picture) !== '');
  return pictures.length > 0 && pictures.length === content.length ? pictures : undefined;
}

/** In a list item without paragraphs its own words end where a list begins. */
function withFigures(children: ElementContent[]): ElementContent[] {
  const end = children.findIndex((child) => ['ul', 'ol', 'p'].includes(nameOf(child) ?? ''));
  const words = end < 0 ? children : children.slice(0, end);
  const pictures = onlyPictures(words);
  return pictures === undefined ? children : [...pictures.map(figure), ...children.slice(words.length)];
}

function attribute(picture: Picture, name: string): string {
  const value =
    picture.type === 'element'
      ? picture.properties[name]
      : picture.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name)?.value;
  return typeof value === 'string' ? value.trim() : '';
}

function captionOf(picture: Picture): string {
  return attribute(picture, 'title') || attribute(picture, 'alt');
}

function figure(picture: Picture): Element {
  const caption: Element = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [{ type: 'text', value: captionOf(picture) }],
  };
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['picture'] },
    children: captionOf(picture) === '' ? [picture] : [picture, caption],
  };
}
