import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { Parser } from 'htmlparser2';
import { type AttributeInfo, attributeInfo } from './html-attributes.ts';

/**
 * HTML as this project's own pages hold it, as a syntax tree: the same tree as `hast-util-from-html` gives, in a third of the
 * time, which is most of what a page of a large shelf costs. It repairs nothing: elements that HTML would move or add are left
 * where they stand, so it is not for HTML that a person wrote.
 *
 * ```html
 * <p class="a b">甲&amp;乙</p>
 * ```
 */
export function readHtml(html: string): Root {
  const root: Root = { type: 'root', children: [] };
  const open: {
    readonly name: string;
    readonly attributes: Record<string, string>;
    readonly children: RootContent[];
  }[] = [];
  let svg = 0;
  const add = (node: RootContent): void => {
    (open.at(-1)?.children ?? root.children).push(node);
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'svg') svg++;
      open.push({ name, attributes, children: [] });
    },
    ontext(text) {
      const last = (open.at(-1)?.children ?? root.children).at(-1);
      if (last?.type === 'text') last.value += text;
      else add({ type: 'text', value: text });
    },
    oncomment(value) {
      add({ type: 'comment', value });
    },
    onclosetag(name) {
      const element = open.pop();
      if (element === undefined) return;
      add(elementOf(element.name, element.attributes, element.children as ElementContent[], svg > 0));
      if (name === 'svg') svg--;
    },
    onprocessinginstruction() {
      add({ type: 'doctype' });
    },
  });
  parser.end(html);
  return root;
}

function elementOf(
  tagName: string,
  attributes: Readonly<Record<string, string>>,
  children: ElementContent[],
  inSvg: boolean,
): Element {
  const properties: Properties = {};
  for (const name in attributes) {
    const info = attributeInfo(name, inSvg);
    properties[info.property] = valueOf(attributes[name] ?? '', info);
  }
  return { type: 'element', tagName, properties, children };
}

function valueOf(text: string, info: AttributeInfo): NonNullable<Properties[string]> {
  if (info.spaceSeparated) return listOf(spaces(text), info);
  if (info.commaSeparated) return listOf(commas(text), info);
  return info.commaOrSpaceSeparated ? listOf(spaces(commas(text).join(' ')), info) : single(text, info);
}

/** A list holds no booleans. */
function listOf(parts: readonly string[], info: AttributeInfo): (string | number)[] {
  return parts.map((part) => (info.number && part !== '' && !Number.isNaN(Number(part)) ? Number(part) : part));
}

function single(text: string, info: AttributeInfo): string | number | boolean {
  if (info.number && text !== '' && !Number.isNaN(Number(text))) return Number(text);
  const named = text === '' || text.toLowerCase() === info.attribute.toLowerCase();
  return (info.boolean || info.overloadedBoolean) && named ? true : text;
}

function spaces(text: string): string[] {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split(/[ \t\n\r\f]+/);
}

function commas(text: string): string[] {
  return text === '' ? [] : text.split(',').map((part) => part.trim());
}
