import type { Definition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { point } from '../../model/problem.ts';
import { decodedPath } from '../decoded-path.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** Every image is a file of the project: a plan loads nothing from elsewhere. */
export const imagesPresent: Rule = ({ prose, file }, { fileExists }) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  visit(prose, (node) => {
    const url = imageUrl(node, prose);
    if (url === undefined) return;
    const position = point(node.position?.start.line ?? 1, node.position?.start.column ?? 1);
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) {
      const fix = '把图片文件放到 content/ 下，用相对路径引用。';
      found.push({ code: 'image-missing', position, what: `图片 ${url} 不是本项目里的文件`, fix });
    } else if (url === '' || !fileExists(file, decodedPath(url))) {
      const fix = '把图片放到这个位置，或者改正路径（相对于本文件；以 / 开头的在 public/ 下）。';
      found.push({ code: 'image-missing', position, what: url === '' ? '图片没有写路径' : `图片 ${url} 不存在`, fix });
    }
  });
  return found;
};

/** Address of an image, of the definition that images refer to, or of an `<img>` with a plain `src`. */
function imageUrl(node: Nodes, prose: Root): string | undefined {
  if (node.type === 'image') return node.url;
  if (node.type === 'definition') return isImageDefinition(node, prose) ? node.url : undefined;
  if ((node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') || node.name !== 'img') return undefined;
  const src = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'src');
  return typeof src?.value === 'string' ? src.value : undefined;
}

/** Whether images refer to a definition, rather than links. */
export function isImageDefinition({ identifier }: Definition, prose: Root): boolean {
  let used = false;
  visit(prose, 'imageReference', (reference) => {
    used ||= reference.identifier === identifier;
  });
  return used;
}
