/** One list of all that a writer should look at, before the draft leaves the desk. Nothing in it stands in the way. */
import { findingsStrings as words } from '../../components/fill/findings-strings.zh.ts';
import { make, makeButton, openDialog } from './dialog.ts';
import type { Finding } from './findings.ts';

export function openFindings(findings: readonly Finding[], leaving: 'print' | 'export', proceed: () => void): void {
  const close = (then: () => void) => (): void => {
    dialog.close();
    then();
  };
  const list = make('ul', 'findings');
  for (const { message, go } of findings)
    list.append(make('li', '', go === undefined ? message : makeButton(message, close(go))));
  const [first] = findings;
  const footer = make(
    'footer',
    '',
    makeButton(
      words.back,
      close(() => first?.go?.()),
      'primary',
    ),
    makeButton(words.proceed[leaving], close(proceed)),
  );
  const dialog = openDialog(words.title[leaving](findings.length), make('p', 'intro', words.intro), list, footer);
  footer.querySelector('button')?.focus();
}
