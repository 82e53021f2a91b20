import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { point } from '../../model/problem.ts';
import { decodedPath } from '../decoded-path.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';
import { isOfSite } from '../site-addresses.ts';
import { isImageDefinition } from './images.ts';

/** A link within the site leads to a page or file that is there, from wherever the plan is read: page, form, paper. */
export const linksLand: Rule = ({ prose, file }, surroundings) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  const lands = (path: string): boolean => {
    const bare = path.replace(/[?#].*$/, '');
    return isOfSite(bare, surroundings) || surroundings.fileExists(file, bare.replace(/\/$/, ''));
  };
  visit(prose, (node) => {
    const address = addressOf(node, prose);
    // Elsewhere, or a place in the same plan; the scheme is `markup-active`'s business.
    if (address === undefined || /^(?:#|\/\/|[^/?#]*:)/.test(address)) return;
    const whole = address.startsWith('/');
    if (whole && lands(decodedPath(address))) return;
    found.push({
      code: 'link-missing',
      position: point(node.position?.start.line ?? 1, node.position?.start.column ?? 1),
      what: whole ? `链接 ${address} 走不到` : `链接 ${address} 是相对路径`,
      fix: whole
        ? '改正网址：别的计划写成 /plans/英文名/，文件放在 public/ 下。'
        : '写成从 / 开始的网址，如 /plans/英文名/；部署在子目录时会自动补上。',
    });
  });
  return found;
};

/** Address of a link, of the definition that links refer to, or of an `<a>` with a plain `href`. */
function addressOf(node: Nodes, prose: Root): string | undefined {
  if (node.type === 'link') return node.url;
  if (node.type === 'definition') return isImageDefinition(node, prose) ? undefined : node.url;
  if ((node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') || node.name !== 'a') return undefined;
  const href = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'href');
  return typeof href?.value === 'string' ? href.value : undefined;
}
