import type { Root } from 'mdast';
import type { Fault } from '../markdown/fault.ts';
import type { PictureFile } from '../markdown/picture-file.ts';
import type { PlanEntry } from '../model/plan.ts';
import type { Position } from '../model/problem.ts';
import type { Finding } from './entry.ts';
import type { FrontMatter, FrontMatterString } from './data/front-matter.ts';

/** A stretch of text that readers will see, with the way back to its place in the file. */
export interface TextSpan {
  readonly value: string;
  /** Keys of the front matter, or `prose`, or `code` for what stands in code as it is. */
  readonly path: readonly PropertyKey[] | 'prose' | 'code';
  /** Where a character of the value stands in the file, by its offset in the value; both in UTF-16 units. */
  offset(index: number): number;
  /** The same as a position. */
  locate(index: number): Position;
}

/** What a rule sees: the parts of the entry that could be read and are valid by themselves. */
export interface RuleInput {
  readonly file: string;
  readonly text: string;
  readonly entry: Partial<PlanEntry>;
  readonly frontMatter: FrontMatter;
  readonly strings: readonly FrontMatterString[];
  readonly prose: Root | undefined;
  /** Everything a reader will see, front matter first. */
  readonly spans: readonly TextSpan[];
  readonly positionAt: (offset: number) => Position;
}

/** What rules need to know beside the entry; read in advance, so that rules stay pure. */
export interface RuleContext {
  readonly industries: readonly string[];
  /** Whether a file that the entry names by a path relative to itself, or by `/…` in `public/`, is there. */
  readonly fileExists: (entryFile: string, relative: string) => boolean;
  /** The picture at an address in the entry, or why it may not be shown. */
  readonly picture: (entryFile: string, address: string) => PictureFile | Fault;
  /** Whether there is a plan at `/plans/<slug>/`. */
  readonly planExists: (slug: string) => boolean;
  /** Names of the templates that every plan is printed with. */
  readonly planTemplates: readonly string[];
  /** Characters of a text that the print fonts have no glyph for. */
  readonly withoutGlyph: (text: string) => readonly string[];
}

/** A pure function from an entry to what is wrong with it. */
export type Rule = (input: RuleInput, context: RuleContext) => readonly Finding[];
