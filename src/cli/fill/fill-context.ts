import { resolve } from 'node:path';
import { readShelf } from '../../check/shelf-file.ts';
import type { Plan } from '../../model/plan.ts';
import type { PrintTemplate } from '../../model/template/print-template.ts';
import { optionsSuffix } from '../../model/template/template-options.ts';
import { readLayout, readTemplates } from '../../press/site/print-site.ts';
import { fullTextTemplate, publishedDocument, readPrintSource } from '../../press/site/print-source.ts';
import { buildPrintSite, cacheFolderOf, sourcesFingerprint } from '../build-site.ts';
import { chosenOptions } from '../chosen-options.ts';
import type { CommandContext } from '../command.ts';
import { assertLayouts } from './asked-formats.ts';
import { printTextFor } from './print-text.ts';
import { openRecord } from './record.ts';
import { unknownName } from '../unknown-name.ts';
import type { FillFormat, FillContext } from './make-documents.ts';

function templateNamed(name: string | undefined, templates: readonly PrintTemplate[]): PrintTemplate {
  const wanted = templates.find((template) => template.name === (name ?? 'meeting'));
  const template = wanted ?? (name === undefined ? templates[0] : undefined);
  if (template !== undefined) return template;
  throw unknownName(
    '版式',
    name ?? '',
    templates.map((known) => known.name),
  );
}

/** What a run is asked for, beside its plan. */
export interface FillOrder {
  /** Whatever may come to stand in the documents. */
  readonly texts: readonly string[];
  readonly formats: readonly FillFormat[];
  /** Folder of the files. */
  readonly out: string;
  /** Name without ending of the one file that is asked for by name. */
  readonly stem: string | undefined;
  readonly templateName: string | undefined;
  /** `paper=16k`: options of the template. */
  readonly options: readonly string[];
}

/** Prepares everything that documents of one plan share. */
export async function openFillContext(plan: Plan, order: FillOrder, context: CommandContext): Promise<FillContext> {
  const { texts, formats, out, stem, templateName } = order;
  const { root, signal } = context;
  const folder = resolve(root, 'templates');
  const templates = await readTemplates(folder);
  const template = templateNamed(templateName, templates);
  const whole = fullTextTemplate(templates.map(({ name }) => name));
  const chosen = chosenOptions(template, order.options);
  assertLayouts(formats, template, chosen, whole);
  const site = await buildPrintSite(root, signal);
  signal.throwIfAborted();
  const document = await publishedDocument(site, plan.slug);
  const source = await readPrintSource(site, plan.slug, template.name);
  const cacheFolder = cacheFolderOf(root);
  const printText = await printTextFor(formats.includes('pdf') ? texts : [], source.document, site, cacheFolder);
  if (printText.missing.length > 0)
    context.print(`注意：印刷字体里没有这些字符，PDF 中印作〓：${printText.missing.join(' ')}；其他格式照样保留。`);
  const fingerprint = await sourcesFingerprint(root);
  return {
    plan,
    publisher: readShelf(root).settings.name,
    template,
    chosen,
    layout: await readLayout(folder, template.name),
    source,
    document,
    printText,
    formats,
    pdfSuffix:
      stem === undefined
        ? (template.name === whole ? '' : `（${template.title}）`) + optionsSuffix(template.options ?? [], chosen)
        : '',
    site,
    fingerprint,
    cacheFolder,
    out,
    record: await openRecord(out),
    signal,
  };
}
