import type { Root } from 'hast';
import type { VFile } from 'vfile';

/**
 * Takes the front matter from an entry once its blanks are made. Astro writes what is left of it into the compiled entry,
 * where it would be most of the code; pages have the data from the collection.
 */
export function rehypeDropFrontMatter() {
  return (_tree: Root, file: VFile): void => {
    file.data.astro = { ...file.data.astro, frontmatter: {} };
  };
}
