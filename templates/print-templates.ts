import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { PrintTemplate } from '../src/model/template/print-template.ts';

/** A template with the component that sets its document. */
export interface PrintDocument {
  readonly template: PrintTemplate;
  readonly Document: AstroComponentFactory;
}

const templates = import.meta.glob<PrintTemplate>('./*/template.ts', { eager: true, import: 'template' });
const documents = import.meta.glob<AstroComponentFactory>('./*/Document.astro', { eager: true, import: 'default' });

const everyDocument = Object.entries(templates).map(([path, template]): PrintDocument => ({
  template,
  Document: documentBeside(path),
}));

/** What sets several plans in one document, where there is such a template. */
export const bookletDocument: PrintDocument | undefined = everyDocument.find(
  ({ template }) => template.kind === 'booklet',
);

/**
 * Every folder under `templates/` that holds `template.ts` and `Document.astro` and sets one plan, by name; 会议稿 comes
 * first.
 */
export const printDocuments: readonly PrintDocument[] = everyDocument
  .filter(({ template }) => template.kind !== 'booklet')
  .sort((a, b) => rank(a.template) - rank(b.template) || (a.template.name < b.template.name ? -1 : 1));

/** The template that the shelf shows a plan in. */
export const defaultTemplate: PrintTemplate = firstTemplate();

function firstTemplate(): PrintTemplate {
  const [first] = printDocuments;
  if (first === undefined) throw new Error('templates/ 下没有版式：至少要有一个，计划才有纸面可看。');
  return first.template;
}

function documentBeside(path: string): AstroComponentFactory {
  const Document = documents[path.replace('template.ts', 'Document.astro')];
  if (Document === undefined) {
    throw new Error(
      `版式缺少 Document.astro：templates/${path.slice(2)} 旁边必须有它，否则没有文档可排；请补上，或删去 template.ts。`,
    );
  }
  return Document;
}

function rank({ name }: PrintTemplate): number {
  return name === 'meeting' ? 0 : 1;
}
