import type { Element } from 'hast';

const NOT_PAINTED = new Set([
  ...['head', 'script', 'style', 'template', 'noscript', 'title', 'desc', 'metadata', 'defs'],
  ...['rp', 'select', 'datalist', 'audio', 'video', 'iframe', 'object', 'canvas'],
]);

/** `role="list"` is the common sign of a list whose style takes its markers away; a task has a box in the marker's place. */
export function hasNoMarkers(node: Element): boolean {
  const classes = node.properties['className'];
  const isTask =
    Array.isArray(classes) && classes.some((name) => name === 'contains-task-list' || name === 'task-list-item');
  return (
    attribute(node, 'role') === 'list' || isTask || /list-style(?:-type)?:[^;]*none/.test(attribute(node, 'style'))
  );
}

/** Whether HTML paints an element at all, and on paper: `data-screen-only` is hidden by every template. */
export function isPainted(node: Element): boolean {
  if (NOT_PAINTED.has(node.tagName) || node.properties['hidden'] !== undefined) return false;
  return node.properties['dataScreenOnly'] === undefined;
}

/** The text that a form field shows. */
export function inputText(node: Element): string {
  const kind = attribute(node, 'type');
  return /^(?:|text|search|tel|url|email|number|submit|button|reset)$/.test(kind) ? attribute(node, 'value') : '';
}

/** Value of an attribute; empty when it has none. */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A fragment that is no valid percent-encoding is compared as it stands, as browsers do. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}
