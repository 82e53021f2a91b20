import { fillDialogStrings as words } from '../../components/fill/fill-dialog-strings.zh.ts';
import type { Draft } from '../../fill/draft.ts';
import type { DeskContent } from './desk-content.ts';
import { make, makeButton, openDialog, saveFile } from './dialog.ts';

const formats = ['docx', 'xlsx', 'ics', 'md', 'json'] as const;
type Format = (typeof formats)[number];

/** Offers the formats; a file is written when it is asked for, with code that is loaded then. */
export function openExport(content: DeskContent, draft: Draft): void {
  const status = make('p', 'status');
  status.setAttribute('role', 'status');
  const write = async (format: Format): Promise<void> => {
    status.textContent = words.export.working;
    try {
      const { writeExport } = await import('./export-file.ts');
      const file = await writeExport(content, draft, format);
      saveFile(file.name, file.content, file.mediaType);
      status.textContent = words.export.done(file.name);
    } catch (error) {
      status.textContent = words.export.failed(error instanceof Error ? error.message : String(error));
    }
  };
  const list = make('ul', 'formats');
  for (const format of formats) {
    const [title, what] = words.export.formats[format];
    const button = makeButton('', () => void write(format));
    button.append(make('b', '', title), make('span', 'hint', what), make('code', '', `.${format}`));
    list.append(make('li', '', button));
  }
  openDialog(words.export.title, make('p', 'intro', words.export.intro), list, status);
}
