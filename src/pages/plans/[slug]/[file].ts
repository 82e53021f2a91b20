import type { APIRoute, GetStaticPaths } from 'astro';
import { keyedEntries } from '../../../components/page-key.ts';
import { type PlanWithEntry, documentOfEntry } from '../../../components/plan-entries.ts';
import { shelf } from '../../../components/shelf/shelf.ts';
import { type ExportFormat, exportFormats, exported, mediaTypes } from '../../../export/formats.ts';
import { publishedManuscript } from '../../../export/published-manuscript.ts';

interface Props extends PlanWithEntry {
  readonly format: ExportFormat;
}

/** `PLANSHELF_FILES=off` builds the site without the files. */
export const getStaticPaths: GetStaticPaths = async () => {
  if (process.env['PLANSHELF_FILES'] === 'off') return [];
  return (await keyedEntries()).flatMap(({ entry, plan, cacheKey }) =>
    exportFormats.map((format) => ({
      params: { slug: plan.slug, file: `${plan.slug}.${format}` },
      props: { entry, plan, format },
      cacheKey,
    })),
  );
};

/** The plan as nobody has filled it in yet: `/plans/<slug>/<slug>.docx` and its kin. */
export const GET: APIRoute<Props> = async ({ props: { format, ...source } }) => {
  const manuscript = publishedManuscript(source.plan, await documentOfEntry(source), shelf.name);
  const { content } = await exported(manuscript, format);
  return new Response(content, { headers: { 'Content-Type': mediaTypes[format] } });
};
