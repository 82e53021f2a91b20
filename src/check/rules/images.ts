import type { Definition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { attributeOf, isJsx } from '../../markdown/allowed-markup.ts';
import { isFault } from '../../markdown/picture-file.ts';
import { shownAsWritten } from '../../markdown/remark-refuse-active.ts';
import { point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

/** Every image is a picture of the project, by its content: a plan loads nothing from elsewhere, and nothing that runs. */
export const imagesPresent: Rule = ({ prose, file }, { picture, withoutGlyph }) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  visit(prose, (node) => {
    const address = addressOf(node, prose);
    if (address === undefined) return;
    const position = point(node.position?.start.line ?? 1, node.position?.start.column ?? 1);
    const looked = picture(file, address);
    const shown = isJsx(node) ? shownAsWritten(looked, address) : looked;
    if (isFault(shown)) {
      found.push({ code: 'image-missing', position, what: shown.what, fix: shown.fix });
      return;
    }
    const missing = withoutGlyph(shown.words);
    if (missing.length === 0) return;
    const what = `图片 ${address} 里的“${missing.join('')}”在印刷字体里没有`;
    found.push({ code: 'glyph-missing', position, what, fix: '在绘图软件里把文字转成曲线，或另存为 PNG。' });
  });
  return found;
};

/** Address of an image, of the definition that images refer to, or of an `<img>`. */
function addressOf(node: Nodes, prose: Root): string | undefined {
  if (node.type === 'image') return node.url;
  if (node.type === 'definition') return isImageDefinition(node, prose) ? node.url : undefined;
  if (!isJsx(node) || node.name !== 'img') return undefined;
  const src = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'src');
  // A program in its place is reported as one.
  return src === undefined ? '' : attributeOf(node, 'src');
}

/** Whether images refer to a definition, rather than links. */
export function isImageDefinition({ identifier }: Definition, prose: Root): boolean {
  let used = false;
  visit(prose, 'imageReference', (reference) => {
    used ||= reference.identifier === identifier;
  });
  return used;
}
