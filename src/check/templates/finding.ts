import { type Problem, point, wholeFile } from '../../model/problem.ts';
import { type TemplateRuleCode, templateCatalogue } from './catalogue.ts';

/** One finding about a file of a template. */
export interface TemplateFinding {
  readonly code: TemplateRuleCode;
  /** Path relative to the project's root, with forward slashes. */
  readonly file: string;
  /** Place in the file's text in UTF-16 units; none where the file as a whole is meant. */
  readonly offset?: number;
  readonly what: string;
  readonly fix: string;
}

/** @param text of the finding's file, where it names a place in it */
export function toTemplateProblem({ code, file, offset, what, fix }: TemplateFinding, text: string): Problem {
  const { why } = templateCatalogue[code];
  const position = offset === undefined ? wholeFile : placeAt(text, offset);
  return { code, severity: 'error', file, position, what, why, fix };
}

function placeAt(text: string, offset: number): Problem['position'] {
  const before = text.slice(0, offset);
  return point(before.split('\n').length, offset - before.lastIndexOf('\n'));
}
