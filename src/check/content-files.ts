/** Files of the content that are no entries: links, and plans that would be passed over without a word. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Problem, wholeFile } from '../model/problem.ts';
import { toProblem } from './entry.ts';
import { plansFolder } from './load.ts';
import { checkSynonyms } from './check-synonyms.ts';
import { readShelf } from './shelf-file.ts';

/** Editors put a link beside a file while it is open, under this name. */
const lock = /(?:^|\/)\.#[^/]*$/;
const markdown = /\.(?:mdx?|markdown)$/i;

/**
 * Problems of the names and kinds of files below a folder of the content, sorted by path.
 * @param folder relative to the root; nothing is wrong with one that is not there
 */
export async function contentFileProblems(root: string, folder = 'content'): Promise<Problem[]> {
  const below = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return below
    .map((entry) => ({ entry, path: relative(root, join(entry.parentPath, entry.name)).split(sep).join('/') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ entry, path }): Problem[] => {
      if (entry.isSymbolicLink() && !lock.test(path)) return [linkProblem(path)];
      const passedOver = markdown.test(path) && !path.endsWith('.mdx') && !/\/(?:\.|readme\.)/i.test(path);
      return entry.isFile() && passedOver && path.startsWith(`${folder === 'content' ? plansFolder : folder}/`)
        ? [nameProblem(path)]
        : [];
    });
}

function linkProblem(path: string): Problem {
  const fix = '删去链接，把文件或文件夹本身放到这里。';
  return toProblem(path, { code: 'content-link', position: wholeFile, what: `${path} 是一个链接`, fix });
}

function nameProblem(path: string): Problem {
  const what = `${path} 的扩展名不是小写的 .mdx`;
  const fix = `改名为 ${path.replace(markdown, '.mdx')}；不是计划的文件请移出 ${plansFolder}/。`;
  return toProblem(path, { code: 'entry-name', position: wholeFile, what, fix });
}

/** Problems of what stands in `content/` beside the plans' own text: settings, synonyms, links and names of files. */
export async function checkShelfFiles(root: string): Promise<readonly Problem[]> {
  return [...readShelf(root).problems, ...(await checkSynonyms(root)), ...(await contentFileProblems(root))];
}
