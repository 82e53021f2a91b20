import { find, html, svg } from 'property-information';

/** What the standards say of an attribute, under its name or its property's. */
export type AttributeInfo = ReturnType<typeof find>;

const known = { html: new Map<string, AttributeInfo>(), svg: new Map<string, AttributeInfo>() };

/** As `find` of property-information has it; each name is looked up once. */
export function attributeInfo(name: string, inSvg: boolean): AttributeInfo {
  const infos = inSvg ? known.svg : known.html;
  const info = infos.get(name) ?? find(inSvg ? svg : html, name);
  infos.set(name, info);
  return info;
}
