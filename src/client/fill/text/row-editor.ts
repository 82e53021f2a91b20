import { editStrings as words } from '../../../components/fill/edit-strings.zh.ts';
import { keepWords, make, makeButton, openDialog } from '../dialog.ts';
import { notice } from '../notices.ts';

interface RowColumn {
  readonly key: string;
  readonly title: string;
}

export interface RowEditing {
  /** Caption of the table. */
  readonly table: string;
  readonly columns: readonly RowColumn[];
  /** Those that the row has; undefined for a row that is not there yet. */
  readonly cells: Readonly<Record<string, string>> | undefined;
  /** Roles of the plan, offered where a role is asked for. */
  readonly roles: readonly string[];
  readonly save: (cells: Record<string, string>) => void;
  readonly remove: () => void;
  /** Takes back what was saved last. */
  readonly undo: () => void;
}

/** Asks for the cells of a row that a writer adds. */
export function editRow({ table, columns, cells, roles, save, remove, undo }: RowEditing): void {
  const posts = make('datalist', '', ...roles.map((role) => new Option(role, role)));
  posts.id = 'row-posts';
  const inputs = columns.map(({ key, title }) => {
    const input = make('input');
    input.value = cells?.[key] ?? '';
    if (['owner', 'with', 'by', 'to'].includes(key)) input.setAttribute('list', posts.id);
    if (key === 'time') input.placeholder = words.row.time;
    return { key, input, label: make('label', 'row-cell', title, input) };
  });
  const form = make('form', 'row-form', ...inputs.map(({ label }) => label), posts);
  const done = make('button', 'primary', words.row.done);
  const away = makeButton(cells === undefined ? words.editor.cancel : words.row.remove, () => {
    dialog.close();
    if (cells !== undefined) remove();
  });
  form.append(make('footer', '', done, away));
  const finish = (): void => {
    dialog.close();
    save(Object.fromEntries(inputs.map(({ key, input }) => [key, input.value])));
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    finish();
  });
  const dialog = openDialog(words.row.title(table), form);
  keepWords(dialog, () => {
    const changed = inputs.some(({ key, input }) => input.value !== (cells?.[key] ?? ''));
    if (!changed) dialog.close();
    else {
      finish();
      notice(words.editor.kept, { about: 'history', passing: true, actions: [{ label: words.undo, run: undo }] });
    }
  });
  inputs[0]?.input.focus();
}
