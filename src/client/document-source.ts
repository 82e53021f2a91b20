import { documentFormat, documentVersion } from '../document/format.ts';
import type { PlanDocument } from '../document/schema.ts';
import { once } from './once.ts';

const documents = new Map<string, Promise<PlanDocument>>();

/**
 * A plan's document as it was published, read once.
 * @throws if it cannot be read, or was written by another version of the site than this page
 */
export function publishedDocument(address: string): Promise<PlanDocument> {
  return once(documents, address, () => load(address));
}

async function load(address: string): Promise<PlanDocument> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}（${String(response.status)}）`);
  // The site's own build has written it, from the same types.
  const document = (await response.json()) as PlanDocument;
  const { format, version }: { readonly format: string; readonly version: number } = document;
  if (format === documentFormat && version === documentVersion) return document;
  throw new Error('网站已更新，请刷新页面');
}
