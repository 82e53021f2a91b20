import { existsSync, readFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Problem, compareProblems } from '../../model/problem.ts';
import { checkAstroSyntax } from './astro-syntax.ts';
import { checkSyntax } from './description.ts';
import { type TemplateFinding, toTemplateProblem } from './finding.ts';
import { fontEnding, fontFault } from './font-file.ts';
import { listSharedSheets, listTemplates, setsPlan, templatesFolder } from './list-templates.ts';
import { checkRunning } from './running.ts';
import { checkStyleSheet } from './style-sheet.ts';

/** What every template has, and what for. */
const neededFiles: Readonly<Record<string, string>> = {
  'template.ts': '写明名称、纸张和页数',
  'layout.ts': '由计划的文稿排出纸面',
  'Document.astro': '是印制文档的外壳',
  'print.css': '定出版面',
};

/** Since papers are made of the plan's document, in build and browser alike. */
const movedToLayout =
  '。从前写在 Document.astro 的 <main> 里的内容（如 <Prose />、信头），现在写成 layout.ts 里的函数；改法见 .github/docs/printing.md 的“Templates of the first version”';

/** What was found out about a project's templates. */
export interface TemplateCheck {
  /** How many there are. */
  readonly templates: number;
  /** Of all of them, sorted by place. */
  readonly problems: readonly Problem[];
}

/** Checks every folder under `templates/`, and the style sheets that they share; a project without that folder has no templates. Throws when it cannot be read. */
export async function checkTemplates(root: string): Promise<TemplateCheck> {
  const names = await listTemplates(root);
  const shared = (await listSharedSheets(root)).map((file) => checkFile(root, '', file));
  const found = (await Promise.all([...shared, ...names.map((name) => checkTemplate(root, name))])).flat();
  const running = await checkDescriptionsRun(root, names, new Set(found.map(({ file }) => file)));
  return { templates: names.length, problems: [...found, ...running].sort(compareProblems) };
}

function isLayout(file: string): boolean {
  return file.endsWith('/layout.ts');
}

/** The `template.ts` that a layout imports: what is wrong there is wrong in it as well. */
function descriptionBeside(file: string): string {
  return file.replace(/layout\.ts$/, 'template.ts');
}

/** What cannot be parsed cannot be run. */
async function checkDescriptionsRun(
  root: string,
  names: readonly string[],
  wrong: ReadonlySet<string>,
): Promise<Problem[]> {
  const files = names
    .flatMap((folder) =>
      ['template.ts', 'layout.ts'].map((name) => ({ folder, file: `${templatesFolder}/${folder}/${name}` })),
    )
    .filter(({ file }) => !wrong.has(file) && !wrong.has(descriptionBeside(file)) && existsSync(join(root, file)))
    .map((named) => ({ ...named, path: join(root, named.file), text: readFileSync(join(root, named.file), 'utf8') }));
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const found = await checkRunning(files);
  const described = new Set(found.map(({ file }) => file));
  return found
    .filter(({ file }) => !isLayout(file) || !described.has(descriptionBeside(file)))
    .map((finding) => toTemplateProblem(finding, texts.get(finding.file) ?? ''));
}

async function checkTemplate(root: string, name: string): Promise<Problem[]> {
  const folder = `${templatesFolder}/${name}`;
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'));
  const plans = await setsPlan(join(root, folder, 'template.ts'));
  const missing = Object.entries(neededFiles).filter(
    // What binds several plans has no layout of its own.
    ([file]) => !files.includes(`${folder}/${file}`) && (file !== 'layout.ts' || plans),
  );
  const found = await Promise.all(files.map((file) => checkFile(root, name, file)));
  return [
    ...missing.map(([file, purpose]) => toTemplateProblem(missingFile(folder, file, purpose), '')),
    ...found.flat(),
  ];
}

function missingFile(folder: string, file: string, purpose: string): TemplateFinding {
  return {
    code: 'template-file-missing',
    file: folder,
    what: `缺少 ${file}`,
    fix: `补上 ${folder}/${file}（${purpose}）${file === 'layout.ts' ? movedToLayout : ''}；也可以用 npm run plan -- new-template 新建一个版式，或删去这个文件夹。`,
  };
}

async function checkFile(root: string, folder: string, file: string): Promise<Problem[]> {
  const path = join(root, file);
  if (fontEnding.test(file)) {
    const fault = fontFault(await readFile(path));
    if (fault === undefined) return [];
    return [toTemplateProblem({ code: 'template-font', file, ...fault }, '')];
  }
  const isDescription = ['template.ts', 'layout.ts'].some((name) => file === `${templatesFolder}/${folder}/${name}`);
  if (!isDescription && !/\.(?:css|astro)$/.test(file)) return [];
  const text = await readFile(path, 'utf8');
  const findings = isDescription
    ? [checkSyntax(file, text)].filter((finding) => finding !== undefined)
    : file.endsWith('.astro')
      ? await checkAstroSyntax(file, text)
      : checkStyleSheet({ file, text, fileExists: (named) => existsSync(join(dirname(path), named)) });
  return findings.map((finding) => toTemplateProblem(finding, text));
}
