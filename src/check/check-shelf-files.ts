import type { Problem } from '../model/problem.ts';
import { checkSynonyms } from './check-synonyms.ts';
import { contentFileProblems } from './content-files.ts';
import { readShelf } from './shelf-file.ts';

/** Problems of what stands in `content/` beside the plans' own text: settings, synonyms, links and names of files. */
export async function checkShelfFiles(root: string): Promise<readonly Problem[]> {
  return [...readShelf(root).problems, ...(await checkSynonyms(root)), ...(await contentFileProblems(root))];
}
