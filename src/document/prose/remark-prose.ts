import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type PlanParts, partsOf, proseOf } from './prose-blocks.ts';

/**
 * Compiles an entry to the blocks of its prose: pages take them from what the compiled entry says of itself, as
 * `remarkPluginFrontmatter.prose`, and set them with the plan's data. Nothing of the entry is a component that runs.
 */
export function remarkProse() {
  return (tree: Root, file: VFile): void => {
    const { frontmatter = {} } = file.data.astro ?? {};
    // Pages have the plan's data from the collection.
    file.data.astro = { ...file.data.astro, frontmatter: { prose: proseOf(tree, partsOf(frontmatter as PlanParts)) } };
    tree.children = [];
  };
}
