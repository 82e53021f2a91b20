import { resolve } from 'node:path';
import { unbindable } from '../../components/booklet/bindable.ts';
import type { Plan } from '../../model/plan.ts';
import type { PrintTemplate } from '../../model/template/print-template.ts';
import { paperTemplate } from '../../press/site/booklet-of-shelf.ts';
import { readTemplates } from '../../press/site/print-site.ts';
import { UsageError } from '../command.ts';
import { planNamed } from '../fill.ts';
import { unknownName } from '../unknown-name.ts';

export interface BookletTemplates {
  /** What binds papers. */
  readonly booklet: PrintTemplate;
  /** What papers can be asked for in; those on another paper are refused with the reason. */
  readonly papers: readonly PrintTemplate[];
  /** Where nothing is said: 会议稿 where there is one, else the first. */
  readonly usual: PrintTemplate;
}

/** @throws {UsageError} if nothing sets booklets, or papers */
export async function bookletTemplates(root: string): Promise<BookletTemplates> {
  const folder = resolve(root, 'templates');
  const [booklet] = await readTemplates(folder, 'booklet');
  const papers = await readTemplates(folder);
  const usual = papers.find(({ name }) => name === paperTemplate) ?? papers[0];
  if (booklet === undefined || usual === undefined)
    throw new UsageError('templates/ 下没有 kind 为 booklet 的版式，会议材料没有纸面可排。');
  return { booklet, papers, usual };
}

/** A plan of the booklet, and the template that it is set in. */
export interface NamedPaper {
  readonly plan: Plan;
  readonly template: PrintTemplate;
}

/**
 * Reads `a b:official`: plans in their order, each in the template that stands behind its colon, else in the usual one.
 * @param usual name of the template for those that say nothing
 * @throws {UsageError} with the nearest name where one is not known, and with the reason where a template cannot be bound
 */
export function papersNamed(
  names: readonly string[],
  usual: string | undefined,
  plans: ReadonlyMap<string, Plan>,
  templates: BookletTemplates,
): NamedPaper[] {
  const templateOf = (name: string | undefined): PrintTemplate => {
    if (name === undefined) return templates.usual;
    const template = templates.papers.find((known) => known.name === name);
    if (template === undefined)
      throw unknownName(
        '版式',
        name,
        templates.papers.map((known) => known.name),
      );
    const reason = unbindable(template, templates.booklet);
    if (reason !== undefined) throw new UsageError(reason);
    return template;
  };
  const usualTemplate = templateOf(usual);
  return names.map((given) => {
    const [slug = '', ...rest] = given.split(':');
    const plan = planNamed(slug, plans);
    return { plan, template: rest.length === 0 ? usualTemplate : templateOf(rest.join(':')) };
  });
}
