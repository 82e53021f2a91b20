/** The type area of a print document's pages, as its style sheets state it. */

/** In CSS pixels. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
}

const pixels: Readonly<Record<string, number>> = { px: 1, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pt: 96 / 72, pc: 16 };

/** @throws if it is no absolute length */
function length(source: string): number {
  const [, amount = '', unit = ''] = /^(-?[\d.]+)([a-z]+)$/.exec(source.trim()) ?? [];
  const scale = source.trim() === '0' ? 1 : pixels[unit];
  if (scale === undefined) throw new Error(`@page 的尺寸要写成绝对长度，如 12mm：«${source}»`);
  return Number(amount === '' ? 0 : amount) * scale;
}

/**
 * Size and margins of the `@page` rules without a selector and of those of a name, the later ones before the earlier.
 * @param style an element that is part of the document
 * @param name of the pages, where they have one
 * @throws if the size is not given by two lengths, or a margin is missing
 */
export function readPageBox(style: HTMLStyleElement, name?: string): PageBox {
  const said = new Map<string, string>();
  for (const rule of style.sheet?.cssRules ?? []) {
    if (!(rule instanceof CSSPageRule) || !['', name].includes(rule.selectorText)) continue;
    for (const property of ['size', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left']) {
      const value = rule.style.getPropertyValue(property);
      if (value !== '') said.set(property, value);
    }
  }
  const of = (name: string): number => length(said.get(name) ?? '');
  const [width = '', height = ''] = (said.get('size') ?? '').split(' ');
  return {
    width: length(width) - of('margin-left') - of('margin-right'),
    height: length(height) - of('margin-top') - of('margin-bottom'),
  };
}
