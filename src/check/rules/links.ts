import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Position, point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';
import { nearest } from '../../model/nearest.ts';
import { headingIds } from '../../markdown/heading-ids.ts';
import { isOfSite } from '../site-addresses.ts';
import { isImageDefinition } from './images.ts';

/** A link within the site leads to a page or file that is there, from wherever the plan is read: page, form, paper. */
export const linksLand: Rule = ({ prose, file }, context) => {
  const found: Finding[] = [];
  if (prose === undefined) return found;
  const lands = (path: string): boolean => {
    const bare = path.replace(/[?#].*$/, '');
    return isOfSite(bare, context) || context.fileExists(file, bare.replace(/\/$/, ''));
  };
  const places = placesIn(prose);
  visit(prose, (node) => {
    const address = addressOf(node, prose);
    if (address === undefined) return;
    if (address.startsWith('#')) {
      if (!places.has(decodedPlace(address))) found.push(placeMissing(node, address, places));
      return;
    }
    if (!isAddress(address)) {
      found.push({
        code: 'link-form',
        position: positionOf(node),
        what: `链接的网址 ${address} 不成立`,
        fix: '改正网址：域名里没有标点和空格，端口是数字，如 https://example.com:8080/path。',
      });
      return;
    }
    // Elsewhere; the scheme is `markup-active`'s business.
    if (/^(?:\/\/|[^/?#]*:)/.test(address)) return;
    const whole = address.startsWith('/');
    if (whole && lands(decodedPath(address))) return;
    found.push({
      code: 'link-missing',
      position: positionOf(node),
      what: whole ? `链接 ${address} 无法访问` : `链接 ${address} 是相对路径`,
      fix: whole
        ? '改正网址：别的计划写成 /plans/英文名/，文件放在 public/ 下。'
        : '写成从 / 开始的网址，如 /plans/英文名/；部署在子目录时会自动补上。',
    });
  });
  return found;
};

function positionOf({ position }: Nodes): Position {
  return point(position?.start.line ?? 1, position?.start.column ?? 1);
}

/** A browser takes https://example.com！ for the host `example.com!`, which no name server knows. */
function isAddress(address: string): boolean {
  if (!URL.canParse(address, 'http://site')) return false;
  const { protocol, hostname } = new URL(address, 'http://site');
  return !/^https?:$/.test(protocol) || /^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(hostname);
}

/** Where links within a plan may lead: its headings, and what its author has given an id. */
function placesIn(prose: Root): ReadonlySet<string> {
  const places = new Set(headingIds(prose).values());
  visit(prose, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxAttribute' && attribute.name === 'id' && typeof attribute.value === 'string')
        places.add(attribute.value);
    }
  });
  return places;
}

function decodedPlace(address: string): string {
  return decodedPath(address.slice(1)).normalize('NFC');
}

function placeMissing(node: Nodes, address: string, places: ReadonlySet<string>): Finding {
  const place = decodedPlace(address);
  const meant = place === '' ? undefined : nearest(place, places);
  const known = [...places].slice(0, 6).map((name) => `#${name}`);
  return {
    code: 'anchor-missing',
    position: positionOf(node),
    what: place === '' ? '链接 # 没有写到哪里去' : `链接 #${place} 无法访问：本计划里没有这个位置`,
    fix:
      meant === undefined
        ? `写成标题的位置${known.length === 0 ? '' : `，如 ${known.join('、')}`}，或完整的网址；只是文字就去掉链接。`
        : `是否要写 #${meant}？位置是标题的文字，标点和空格写成 -，重名的从第二个起加 -2。`,
  };
}

/** Address of a link, of the definition that links refer to, or of an `<a>` with a plain `href`. */
function addressOf(node: Nodes, prose: Root): string | undefined {
  if (node.type === 'link') return node.url;
  if (node.type === 'definition') return isImageDefinition(node, prose) ? undefined : node.url;
  if ((node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') || node.name !== 'a') return undefined;
  const href = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'href');
  return typeof href?.value === 'string' ? href.value : undefined;
}

/** The path that an address names; one with a stray `%` names itself. */
function decodedPath(address: string): string {
  try {
    return decodeURI(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}
