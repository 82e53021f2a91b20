/**
 * Choices that a template leaves to the person who prints: paper, margins, colour. `template.ts` describes them; command line, page
 * and proof read them there. Pure.
 */
import { foldMeta } from './fold.ts';
import { nearest } from '../nearest.ts';
import { optionStrings as words } from './template-options-strings.zh.ts';

/** Sides of a page, in millimetres. */
export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Width and height in millimetres. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** What a choice changes; a choice that changes nothing is what the style sheet does by itself. */
export interface OptionChoice {
  /** As it is written on the command line and in file names: lower-case letters, digits and hyphens. */
  readonly value: string;
  /** As people call it. */
  readonly title: string;
  readonly page?: PageSize;
  /** Margins that take the place of the template's own. */
  readonly margin?: Partial<Sides>;
  /** Paper beyond the edge on every side, in millimetres, with marks where it is cut. */
  readonly crop?: number;
  /** Pages lie two by two on sheets of twice their width, to be folded; see `fold.ts`. */
  readonly fold?: true;
  /** What the person who prints has to know of it, in a sentence. */
  readonly note?: string;
  /** Rules that are added to the style sheet; none for `@page`. */
  readonly css?: string;
}

export interface TemplateOption {
  readonly name: string;
  readonly title: string;
  /** The first is the one that holds where nothing is chosen. */
  readonly choices: readonly [OptionChoice, ...OptionChoice[]];
}

/** Size and margins of a page. */
export interface PageBox {
  readonly page: PageSize;
  readonly margin: Sides;
}

/** Declarations for an `@page` rule. */
export function pageBoxCss({ page, margin: { top, right, bottom, left } }: PageBox): string {
  return `size: ${page.width}mm ${page.height}mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;`;
}

/** What of a template its options can change. */
export interface Optional extends PageBox {
  readonly options?: readonly TemplateOption[];
}

/** Option → value, without those that are as they are by themselves. */
export type ChosenOptions = Readonly<Record<string, string>>;

/**
 * Reads `paper=16k`.
 * @returns the choices, or what is wrong with the first that is not known, with the nearest known one
 */
export function readOptions(options: readonly TemplateOption[], given: readonly string[]): ChosenOptions | string {
  const chosen = new Map<string, string>();
  for (const text of given) {
    const [name = '', ...rest] = text.split('=');
    const option = options.find((known) => known.name === name);
    const names = options.map((known) => known.name);
    if (option === undefined) return words.unknownOption(name, suggestion(name, names));
    const value = rest.join('=');
    const values = option.choices.map((known) => known.value);
    if (!values.includes(value)) return words.unknownValue(name, value, suggestion(value, values));
    if (value === values[0]) chosen.delete(name);
    else chosen.set(name, value);
  }
  return Object.fromEntries(chosen);
}

function suggestion(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? words.known(known) : words.meant(meant);
}

/** What is to be known of what was chosen, in sentences. */
export function notesOf(options: readonly TemplateOption[], chosen: ChosenOptions): string[] {
  return choicesOf(options, chosen).flatMap(({ note }) => note ?? []);
}

function choicesOf(options: readonly TemplateOption[], chosen: ChosenOptions): readonly OptionChoice[] {
  return options.flatMap(({ name, choices }) => choices.filter(({ value }) => chosen[name] === value));
}

function isFolded(choices: readonly OptionChoice[]): boolean {
  return choices.some(({ fold }) => fold === true);
}

/** The template with the page box that its PDF has under some options. */
export function withOptions<T extends Optional>(template: T, chosen: ChosenOptions): T & { readonly fold?: true } {
  const choices = choicesOf(template.options ?? [], chosen);
  const { width, height } = choices.findLast(({ page }) => page !== undefined)?.page ?? template.page;
  const beyond = 2 * (choices.findLast(({ crop }) => crop !== undefined)?.crop ?? 0);
  const leaf = { width: width + beyond, height: height + beyond };
  if (!isFolded(choices)) return { ...template, page: leaf };
  return { ...template, page: { ...leaf, width: 2 * leaf.width }, fold: true };
}

/**
 * What options add to a template's style sheets; '' where nothing is chosen. One whole `@page` rule: Paged.js takes the margins
 * of a second one for all four.
 */
export function optionsCss({ page, margin, options = [] }: Optional, chosen: ChosenOptions): string {
  const choices = choicesOf(options, chosen);
  if (choices.length === 0) return '';
  const crop = choices.findLast((choice) => choice.crop !== undefined)?.crop;
  const box = {
    page: choices.findLast((choice) => choice.page !== undefined)?.page ?? page,
    margin: choices.reduce<Sides>((all, choice) => ({ ...all, ...choice.margin }), margin),
  };
  const marks = crop === undefined ? '' : ` marks: crop; bleed: ${crop}mm;`;
  const rule = `@page { ${pageBoxCss(box)}${marks} }`;
  // Two choices may ask for the same: both make the text narrower.
  return [...new Set([rule, ...choices.flatMap(({ css }) => css ?? [])])].join('\n');
}

/** `.paper-16k.notes-on`: what distinguishes a file name from that of the default; '' where nothing is chosen. */
export function optionsSuffix(options: readonly TemplateOption[], chosen: ChosenOptions): string {
  return options.flatMap(({ name }) => (chosen[name] === undefined ? [] : [`.${name}-${chosen[name]}`])).join('');
}

/** A print document with the rules that options add; they stand in it, so that preview, press and cache all know them. */
export function documentWithOptions(html: string, template: Optional, chosen: ChosenOptions): string {
  const css = optionsCss(template, chosen);
  const folded = isFolded(choicesOf(template.options ?? [], chosen));
  const meta = folded ? `<meta name="${foldMeta}" content="a sheet carries four pages" />` : '';
  // A function, because `$` has a meaning in a replacement.
  return css === '' ? html : html.replace('</head>', () => `<style data-paged>${css}</style>${meta}</head>`);
}
