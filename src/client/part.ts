/**
 * An element that the page's markup promises.
 * @throws if it is not there, or not of the kind: the markup and its script no longer belong together
 */
export function part<T extends Element>(
  selector: string,
  kind: abstract new () => T,
  within: ParentNode = document,
): T {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the page lacks ${selector}`);
}
