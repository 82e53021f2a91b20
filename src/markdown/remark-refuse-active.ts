import type { Definition, Image, Nodes, Paragraph, Root } from 'mdast';
import { realpathSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attributeOf, isElementName, isJsx, markupFaults } from './allowed-markup.ts';
import type { Fault } from './fault.ts';
import { type PictureFile, isFault, pictureAt } from './picture-file.ts';
import { programFaults } from './programs.ts';
import { isPlanComponent } from './plan-components.ts';

/**
 * Refuses to compile what a plan may not hold. The check says the same with better words and all at once, and stops a build
 * before it; this holds for whatever way an entry came to be compiled.
 *
 * Addresses of pictures are written as paths from the entry, the only form in which the bundler takes nothing but a file:
 *
 *     ![图](../pic/a%20b.png)        ![图](./../pic/a%20b.png)
 *
 * @throws what is wrong first, with its place in the prose
 */
export function remarkRefuseActive() {
  return (tree: Root, file: VFile): void => {
    const refuse = ({ what, fix, at }: Fault, node: Node): never => file.fail(`${what}。${fix}`, at ?? node);
    const pictures = definedPictures(tree);
    visit(tree, (node) => {
      for (const fault of [...programFaults(node), ...markupFaults(node), ...componentFaults(node)])
        refuse(fault, node);
      if (isJsx(node) && node.name === 'img') {
        const picture = writtenAddress(file, attributeOf(node, 'src') ?? '');
        if (isFault(picture)) refuse(picture, node);
      }
    });
    visit(tree, (node, index, parent) => {
      const image = pictures(node);
      if (image === undefined || index === undefined || parent === undefined) return;
      const address = bundledAddress(file, image.url);
      if (typeof address !== 'string') refuse(address, node);
      else (parent as Paragraph).children[index] = { ...image, url: address };
    });
  };
}

function componentFaults(node: Nodes): readonly Fault[] {
  if (!isJsx(node) || node.name === null || isElementName(node.name) || isPlanComponent(node.name)) return [];
  return [{ what: `未知的组件 <${node.name} />`, fix: '删去它，或改成计划组件。' }];
}

/** Pictures with their addresses, whether they are written on the spot or defined elsewhere. */
function definedPictures(tree: Root): (node: Nodes) => Image | undefined {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    // The first of a name counts. https://spec.commonmark.org/0.31.2/#matches
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return (node) => {
    if (node.type === 'image') return node;
    if (node.type !== 'imageReference') return undefined;
    const definition = definitions.get(node.identifier);
    if (definition === undefined) return undefined;
    const { alt, position } = node;
    const { url, title } = definition;
    return { type: 'image', url, ...(title !== undefined && { title }), alt, ...(position && { position }) };
  };
}

/** The address for the bundler; of a photograph in `public/`, which is published as it is, its own. */
function bundledAddress(file: VFile, address: string): string | Fault {
  const entry = entryOf(file);
  if ('what' in entry) return entry;
  const picture = pictureAt(entry.root, entry.path, address);
  if (isFault(picture)) return picture;
  if (picture.isPublic && picture.format !== 'svg') return address;
  const path = relative(dirname(entry.path), picture.path).split(sep).join('/');
  return encodeURI(`./${path}`);
}

function writtenAddress(file: VFile, address: string): PictureFile | Fault {
  const entry = entryOf(file);
  return 'what' in entry ? entry : shownAsWritten(pictureAt(entry.root, entry.path, address), address);
}

/** The picture of an `<img>`, whose address stays as it is written: the site must have the file in that place. */
export function shownAsWritten(picture: PictureFile | Fault, address: string): PictureFile | Fault {
  if (isFault(picture) || (picture.isPublic && picture.format !== 'svg')) return picture;
  return { what: `<img> 里的图片 ${address} 不会出现在网站上`, fix: `写成 ![说明](${address})。` };
}

/** The entry's file with its links resolved, and the project that it belongs to. */
function entryOf({ path }: VFile): { readonly root: string; readonly path: string } | Fault {
  const real = realpathOf(path);
  const root = /^(.*)[\\/]content[\\/]plans[\\/]/.exec(real)?.[1];
  if (root !== undefined) return { root, path: real };
  return { what: `${path} 不在 content/plans/ 下`, fix: '把文件本身（不是链接）放到 content/plans/ 下。' };
}

function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // compiled from memory
  }
}
