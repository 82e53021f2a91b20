import type { Properties } from 'hast';

/** Names of attributes that are called otherwise in hast. */
const propertyNames: Readonly<Record<string, string>> = { class: 'className', datetime: 'dateTime' };

/** Properties that a block or span has from the prose: its name for links, and its attributes. */
export function keptProperties({
  anchor,
  attributes = {},
}: {
  readonly anchor?: string | undefined;
  readonly attributes?: Readonly<Partial<Record<string, string>>> | undefined;
}): Record<string, string | string[]> & Properties {
  const given = Object.entries(attributes).map(([name, value = '']): [string, string | string[]] => [
    propertyNames[name] ?? name,
    name === 'class' ? value.split(/\s+/).filter((part) => part !== '') : value,
  ]);
  return { ...(anchor !== undefined && { id: anchor }), ...Object.fromEntries(given) };
}
