import { type FileFormat, fileFormats } from '../model/shelf/routes.ts';
import { fileStem } from './file-name.ts';
import type { Manuscript } from './manuscript.ts';

/** Formats that a document is exported to; PDF is the press's. */
export const exportFormats = fileFormats;
export type ExportFormat = FileFormat;

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ics: 'text/calendar; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** A finished file. */
export interface ExportedFile {
  /** 锦绣物业2027年客户服务工作计划.docx */
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** Writers load when they are asked for: the library behind DOCX alone is larger than a page that fills a plan. */
const writers: Readonly<Record<ExportFormat, (manuscript: Manuscript) => Promise<string | Uint8Array<ArrayBuffer>>>> = {
  docx: async (manuscript) => (await import('./docx.ts')).docx(manuscript),
  xlsx: async (manuscript) => (await import('./xlsx.ts')).xlsx(manuscript),
  ics: async (manuscript) => (await import('./ics.ts')).ics(manuscript),
  md: async (manuscript) => (await import('./markdown.ts')).markdown(manuscript),
  json: async (manuscript) => (await import('./json.ts')).json(manuscript),
};

/** Writes a document in a format. The same manuscript gives the same bytes. */
export async function exported(manuscript: Manuscript, format: ExportFormat): Promise<ExportedFile> {
  const content = await writers[format](manuscript);
  return {
    name: `${fileStem(manuscript)}.${format}`,
    mediaType: mediaTypes[format],
    content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  };
}
