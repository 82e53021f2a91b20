import { extname } from 'node:path';
import type { PrintTemplate } from '../../model/template/print-template.ts';
import { fileFormats } from '../../model/shelf/routes.ts';
import type { ChosenOptions } from '../../model/template/template-options.ts';
import { UsageError } from '../command.ts';
import { unknownName } from '../unknown-name.ts';
import type { FillFormat } from './make-documents.ts';

const known: readonly FillFormat[] = ['pdf', ...fileFormats];
const office: readonly FillFormat[] = ['docx', 'xlsx'];

/**
 * The formats that are asked for: by `--format`, else by the ending of `--out`, else PDF.
 * @throws {UsageError} where one is not known, or the name of the one file ends in another
 */
export function formatsOf(source: string | undefined, out: string | undefined): FillFormat[] {
  const ending = known.find((format) => format === formatEnding(out));
  const names = (source ?? ending ?? 'pdf').split(/[,，、\s]+/u).filter((name) => name !== '');
  const formats = names.map((name) => {
    const format = known.find((one) => one === name.toLowerCase());
    if (format === undefined) throw unknownName('格式', name, known);
    return format;
  });
  if (ending !== undefined && formats.some((format) => format !== ending))
    throw new UsageError(
      `--out ${out ?? ''} 是一个文件，而 --format 要 ${names.join()}，没有生成任何文件。请让 --out 写文件夹，或改成同一种扩展名。`,
    );
  return [...new Set(formats)];
}

function formatEnding(out: string | undefined): string {
  return out === undefined ? '' : extname(out).slice(1).toLowerCase();
}

/**
 * Of all formats only PDF is set by a template: Word files have the layout of the template that holds the whole text.
 * @param whole name of that template
 * @throws {UsageError} where a template or an option is chosen that a format would not follow
 */
export function assertLayouts(
  formats: readonly FillFormat[],
  { name, title }: PrintTemplate,
  chosen: ChosenOptions,
  whole: string,
): void {
  const asked = name === whole ? '' : `版式“${title}”`;
  const optioned = Object.keys(chosen).length === 0 ? '' : ' --option 选择的纸张和样式';
  const wanted = [asked, optioned].filter((what) => what !== '').join('和');
  const others = formats.includes('pdf') ? formats.filter((format) => office.includes(format)) : formats;
  if (wanted === '' || others.length === 0) return;
  const names = others.map((format) => format.toUpperCase()).join('、');
  throw new UsageError(
    `${names} 不支持${wanted}，没有生成任何文件。目前只有 PDF 按版式排版，DOCX 的版面固定为 ${whole}，其他格式不分版式。` +
      `请去掉 --template 和 --option，或只生成 PDF（--format pdf）；两种都要时分两次运行。`,
  );
}
