/** What only unusual values need, apart: loaded with the first of them. */
import { problemsByField } from '../../fill/value-problems.ts';
import type { Field } from '../../model/field.ts';
import type { Values } from '../../model/value.ts';
import { part } from '../part.ts';

export { readContent, readValues } from '../../fill/read-content.ts';

/** Says at each control what is to be said about its value. Of what is open nothing is: a writer has not come to it yet. */
export function showProblems(fields: readonly Field[], controls: readonly HTMLElement[], values: Values): void {
  const problems = problemsByField(fields, values);
  for (const control of controls) {
    const { name } = control.dataset;
    if (name === undefined) continue;
    const problem = Object.hasOwn(values, name) ? problems.get(name) : undefined;
    if (problem === undefined) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
    const place = part(`#${CSS.escape(control.id)}-problem`, HTMLElement);
    place.hidden = problem === undefined;
    if (place.textContent !== (problem?.message ?? '')) place.textContent = problem?.message ?? '';
  }
}
