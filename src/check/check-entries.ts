import { type Problem, compareProblems, wholeFile } from '../model/problem.ts';
import { slugOf } from '../model/slug.ts';
import { catalogue } from './catalogue.ts';
import { type Entry, readEntry, toProblem } from './entry.ts';
import { positionAt } from './data/front-matter.ts';
import type { RuleInput, RuleContext } from './rule.ts';
import { rules } from './rules.ts';
import { checkSchema } from './data/schema-findings.ts';
import { textSpans } from './spans.ts';

/** An entry's file as it was read. */
export interface EntryFile {
  /** Path relative to the project's root, with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Checks entries one by one, so that memory does not grow with their number; problems come sorted by place. */
export function checkEntries(files: Iterable<EntryFile>, context: RuleContext): readonly Problem[] {
  const paths: string[] = [];
  const noted = function* (): Generator<EntryFile> {
    for (const entry of files) {
      paths.push(entry.file);
      yield entry;
    }
  };
  const problems = checkEach(noted(), context);
  return [...problems, ...duplicateSlugs(paths)].sort(compareProblems);
}

/** Checks each entry without regard to the others. */
export function checkEach(files: Iterable<EntryFile>, context: RuleContext): readonly Problem[] {
  const problems: (readonly Problem[])[] = [];
  for (const { file, bytes } of files) problems.push(checkEntry(readEntry(file, bytes), context));
  return problems.flat();
}

/** All problems of one entry. */
function checkEntry(entry: Entry, context: RuleContext): readonly Problem[] {
  const { frontMatter, file, text, lines, prose } = entry;
  if (frontMatter === undefined) return entry.problems;
  const schema = checkSchema(frontMatter);
  const place = (offset: number) => positionAt(lines, offset);
  const input: RuleInput = {
    file,
    text,
    entry: schema.entry,
    frontMatter,
    strings: frontMatter.strings,
    prose,
    spans: textSpans(text, frontMatter.strings, prose, lines),
    positionAt: place,
  };
  const ignored = new Set(schema.entry.ignore?.map(({ rule }) => rule));
  const findings = rules
    .flatMap((rule) => rule(input, context))
    .filter(({ code }) => !(catalogue[code].optional && ignored.has(code)));
  return [...entry.problems, ...[...schema.findings, ...findings].map((finding) => toProblem(file, finding))];
}

/** Two entries of one slug, and entries with none. */
export function duplicateSlugs(paths: readonly string[]): readonly Problem[] {
  const first = new Map<string, string>();
  return paths.flatMap((file) => {
    const slug = slugOf(file);
    if (slug === '') return [slugProblem(file, '文件名里没有可用于网址的字', '用字母、数字或汉字给文件命名。')];
    const other = first.get(slug);
    if (other === undefined) {
      first.set(slug, file);
      return [];
    }
    return [
      slugProblem(
        file,
        `网址是 /plans/${slug}/，与 ${other} 相同`,
        '把其中一个文件改名；大小写、空格和标点不同不算不同。',
      ),
    ];
  });
}

function slugProblem(file: string, what: string, fix: string): Problem {
  return toProblem(file, { code: 'slug-duplicate', position: wholeFile, what, fix });
}
