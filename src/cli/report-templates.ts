import { report } from '../check/report.ts';
import { checkTemplates } from '../check/templates/check-templates.ts';

/** Whether the project's templates have mistakes; prints them. Called before any of them is run or built. */
export async function reportTemplateProblems(root: string, print: (text: string) => void): Promise<boolean> {
  const { templates, problems } = await checkTemplates(root);
  if (problems.length === 0) return false;
  print(report(problems, 0, 'text', templates));
  return true;
}
