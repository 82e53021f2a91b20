import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlanDocument } from '../../document/schema.ts';
import { articleOf } from '../../html/print-article.ts';

/** A print document as the site was built with it. */
export interface PrintSource {
  readonly document: Root;
  /** Its `main.print-document`. */
  readonly article: Element;
}

/** The template that holds a plan's whole text: 会议稿 where there is one, as on the plan's page, else the first. */
export function fullTextTemplate(templates: readonly string[]): string {
  return templates.find((name) => name === 'meeting') ?? templates.toSorted()[0] ?? 'meeting';
}

/** The same for a plan of a built site. */
export async function publishedFullTextTemplate(site: string, slug: string): Promise<string> {
  return fullTextTemplate(await readdir(join(site, 'print', slug)));
}

/** Where a built site has a plan's print document in a template. */
function printDocumentPath(site: string, slug: string, template: string): string {
  return join(site, 'print', slug, template, 'index.html');
}

/** Reads a plan's print document in a template from a built site. Throws when it is not there or is none. */
export async function readPrintSource(site: string, slug: string, template: string): Promise<PrintSource> {
  const path = printDocumentPath(site, slug, template);
  return printSourceOf(fromHtml(await readFile(path, 'utf8')), path, template);
}

/** The same from its tree. */
function printSourceOf(document: Root, path: string, template: string): PrintSource {
  const article = articleOf(document);
  if (article === undefined)
    throw new Error(`${path} 里没有 <main class="print-document">：版式 ${template} 的 Document.astro 要有它。`);
  return { document, article };
}

/** A plan's document as a built site publishes it. */
export async function publishedDocument(site: string, slug: string): Promise<PlanDocument> {
  const text = await readFile(join(site, 'plans', slug, 'document.json'), 'utf8');
  // The same code has written it, from the same type.
  return JSON.parse(text) as PlanDocument;
}
