/** The form: shows a draft in its controls, and reports what a writer enters. */
import { fillStrings as words } from '../../components/fill/fill-strings.zh.ts';
import type { DraftContent } from '../../fill/draft.ts';
import type { DraftChange } from '../../fill/draft-history.ts';
import { areUsual } from '../../fill/usual-values.ts';
import { printedField, resolveValues } from '../../model/compute.ts';
import type { Field } from '../../model/field.ts';
import type * as valueWords from './lazy-values.ts';
import type { Values } from '../../model/value.ts';
import { formatValue } from '../../model/value.ts';
import { part } from '../part.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface FormView {
  show(content: DraftContent): void;
  /** Computed fields follow the changes of the text: a total adds up the lines that are there. */
  follow(fields: readonly Field[]): void;
  /** Gives the control of a blank or a role the focus; false where there is none. */
  focusOn(target: { readonly label?: string | undefined; readonly role?: string | undefined }): boolean;
}

export interface FormEvents {
  readonly change: (change: DraftChange) => void;
  /** A control was left: what comes next is a step of its own. */
  readonly leave: () => void;
  /** A control has the focus; the selector finds its places on the pages. */
  readonly focus: (selector: string) => void;
}

export function openFormView(fields: readonly Field[], { change, leave, focus }: FormEvents): FormView {
  const form = part('.fill-form', HTMLFormElement);
  const byName = new Map(fields.map((field) => [field.name, field]));
  const controls = [...form.querySelectorAll<Control>('[data-name], [data-role]')];
  const explain = openExplain(fields, controls);
  let current = fields;
  let values: Values = {};
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  for (const control of controls) {
    const { name, role } = control.dataset;
    control.addEventListener('input', () => {
      if (role !== undefined) change({ kind: 'person', role, name: control.value });
      if (name !== undefined) change({ kind: 'value', name, value: control.value });
    });
    control.addEventListener('blur', () => {
      leave();
      const field = name === undefined ? undefined : byName.get(name);
      // A field with a default is never open: left empty, it has its default again.
      if (control.value === '' && field !== undefined) setControl(control, defaultOf(field));
    });
    control.addEventListener('focus', () => {
      focus(selectorOf(control));
    });
  }
  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-pick]') : null;
    if (button !== null)
      void import('./date-picker.ts').then(({ pickDate }) => {
        pickDate(button);
      });
  });
  return {
    show: (content) => {
      showValues(controls, byName, content);
      explain(content.values, (read) => {
        values = read;
        showComputed(form, current, values);
      });
    },
    follow: (counted) => {
      if (counted === current) return;
      current = counted;
      showComputed(form, current, values);
    },
    focusOn: ({ label, role }) => {
      const control = controls.find(({ dataset }) =>
        role === undefined ? dataset['label'] === label : dataset['role'] === role,
      );
      const target = control ?? outputOf(form, label);
      if (target === undefined) return false;
      target.focus();
      target.scrollIntoView({ block: 'center' });
      return true;
    },
  };
}

/** A computed field has no control: its figure is shown instead. */
function outputOf(form: HTMLElement, label: string | undefined): HTMLElement | undefined {
  const output = [...form.querySelectorAll<HTMLElement>('[data-computed]')].find(
    ({ dataset }) => dataset['label'] === label,
  );
  if (output !== undefined) output.tabIndex = -1;
  return output;
}

function selectorOf({ dataset }: Control): string {
  const { label, role } = dataset;
  return role === undefined ? `[data-field="${CSS.escape(label ?? '')}"]` : `[data-role="${CSS.escape(role)}"]`;
}

function defaultOf(field: Field): string {
  return field.kind === 'computed' ? '' : String(field.default ?? '');
}

function own(entries: Readonly<Record<string, string | number>>, name: string): string {
  return Object.hasOwn(entries, name) ? String(entries[name]) : '';
}

function showValues(
  controls: readonly Control[],
  byName: ReadonlyMap<string, Field>,
  { values, people }: DraftContent,
): void {
  for (const control of controls) {
    const { name, role } = control.dataset;
    const field = name === undefined ? undefined : byName.get(name);
    if (role !== undefined && control.value !== own(people, role)) control.value = own(people, role);
    if (name === undefined || field === undefined) continue;
    const given = own(values, name);
    const writing = control === document.activeElement && control.value === given;
    if (!writing) setControl(control, given === '' ? defaultOf(field) : given);
  }
}

type ValueWords = typeof valueWords;
type Explain = (values: Values, show: (read: Values) => void) => void;

/** Says at their controls what is to be said about values, and how they read. The words for it load with the first unusual one. */
function openExplain(fields: readonly Field[], controls: readonly Control[]): Explain {
  let words: ValueWords | undefined;
  let last: Values = {};
  return (values, show) => {
    last = values;
    const explained = (loaded: ValueWords): void => {
      words = loaded;
      if (values !== last) return;
      loaded.showProblems(fields, controls, values);
      show(loaded.readValues(fields, values));
    };
    if (words !== undefined) explained(words);
    else if (areUsual(fields, values)) show(values);
    else void import('./lazy-values.ts').then(explained);
  };
}

function setControl(control: Control, value: string): void {
  if (control instanceof HTMLSelectElement) offer(control, value);
  if (control.value !== value) control.value = value;
}

/** An option for a value that is none of the plan's: it is kept all the same. */
function offer(select: HTMLSelectElement, value: string): void {
  if ([...select.options].some((option) => option.value === value)) return;
  select.add(new Option(value, value));
}

function showComputed(form: HTMLElement, fields: readonly Field[], values: DraftContent['values']): void {
  const resolved = resolveValues(fields, values);
  for (const output of form.querySelectorAll<HTMLOutputElement>('[data-computed]')) {
    const field = fields.find(({ name }) => name === output.dataset['computed']);
    const value = field && resolved.get(field.name);
    const text =
      field === undefined || value === undefined
        ? words.computedOpen
        : formatValue(printedField(field, fields, resolved), value);
    output.classList.toggle('open', value === undefined);
    if (output.textContent !== text) output.textContent = text;
  }
  const asked = fields.filter(({ kind }) => kind !== 'computed');
  const filled = asked.filter(({ name }) => resolved.get(name) !== undefined).length;
  part('#filled', HTMLElement).textContent = words.filled(filled, asked.length);
  part('#filled-bar', HTMLProgressElement).value = asked.length === 0 ? 1 : filled / asked.length;
}
