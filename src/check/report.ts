import type { Problem } from '../model/problem.ts';

/** Ways to write a report: for people, for programs, for annotations on a pull request. */
export const reportFormats = ['text', 'json', 'github'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export function isReportFormat(name: string): name is ReportFormat {
  return reportFormats.some((format) => format === name);
}

/**
 * Problems as one text without a final line break. `files` is the number of entries that were checked, `templates` that of
 * templates, where they were.
 */
export function report(problems: readonly Problem[], files: number, format: ReportFormat, templates = 0): string {
  switch (format) {
    case 'json':
      return JSON.stringify({ files, ...(templates > 0 && { templates }), ...counts(problems), problems }, null, 2);
    case 'github':
      return [...problems.map(githubLine), summary(problems, files, templates)].join('\n');
    case 'text':
      return [...problems.map(textBlock), summary(problems, files, templates)].join('\n\n');
  }
}

/** `content/plans/a.mdx:12:3` — the form that editors and terminals turn into a link. */
export function placeOf({ file, position }: Problem): string {
  return position.kind === 'point' ? `${file}:${position.line}:${position.column}` : file;
}

function textBlock(problem: Problem): string {
  const severity = problem.severity === 'error' ? '错误' : '警告';
  return [
    `${placeOf(problem)} ${severity} ${problem.code}`,
    `  ${problem.what}。`,
    `  原因：${problem.why}`,
    `  改法：${problem.fix}`,
  ].join('\n');
}

/** The workflow command of GitHub Actions; `%`, line breaks and, in properties, `,` and `:` are escaped as it asks. */
function githubLine(problem: Problem): string {
  const place =
    problem.position.kind === 'point' ? `,line=${problem.position.line},col=${problem.position.column}` : '';
  const property = (text: string) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const message = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const text = message(`${problem.what}。${problem.why}改法：${problem.fix}`);
  return `::${problem.severity} file=${property(problem.file)}${place},title=${property(problem.code)}::${text}`;
}

function counts(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

function summary(problems: readonly Problem[], files: number, templates: number): string {
  const { errors, warnings } = counts(problems);
  const counted = [
    ...(templates > 0 && files === 0 ? [] : [`${files} 份计划`]),
    ...(templates > 0 ? [`${templates} 个版式`] : []),
  ];
  const checked = `检查了 ${counted.join('、')}`;
  if (problems.length === 0) return `${checked}，没有问题。`;
  const touched = new Set(problems.map(({ file }) => file)).size;
  return `${checked}：${touched} ${templates === 0 ? '份' : '个文件'}有问题，错误 ${errors} 个，警告 ${warnings} 个。`;
}
