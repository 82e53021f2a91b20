import type { Element, Root } from 'hast';
// Adds the elements of MDX to the types of hast.
import type {} from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

const note = 'user-content-fn';

/**
 * Gives notes ids that their links name, and sets them before the signatures.
 *
 * A link's address is percent-encoded, an id is not: those of a note that is called [^条例] would differ.
 * https://html.spec.whatwg.org/#find-a-potential-indicated-element
 */
export function rehypeFootnotes() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ properties }) => {
      const { id } = properties;
      if (typeof id === 'string' && id.startsWith(note)) properties['id'] = decoded(id);
    });
    beforeSignOff(tree);
  };
}

/** A per cent sign that belongs to the name leaves it as it is, as in an address that cannot be decoded. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function beforeSignOff({ children }: Root): void {
  const signed = children.findIndex((node) => node.type === 'mdxJsxFlowElement' && node.name === 'SignOff');
  const noted = children.findIndex((node) => node.type === 'element' && isNotes(node));
  if (signed === -1 || noted < signed) return;
  const [notes] = children.splice(noted, 1);
  if (notes !== undefined) children.splice(signed, 0, notes, { type: 'text', value: '\n' });
}

function isNotes({ properties }: Element): boolean {
  return properties['dataFootnotes'] !== undefined;
}
