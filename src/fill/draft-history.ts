import type { Value } from '../model/value.ts';
import type { DraftContent } from './draft.ts';
import type { ChangedDocument } from '../document/changes/changed-document.ts';
import { withChanges } from './changed-text.ts';

/** What a writer can do to a draft. */
export type DraftChange =
  | { readonly kind: 'value'; readonly name: string; readonly value: Value }
  | { readonly kind: 'person'; readonly role: string; readonly name: string }
  | { readonly kind: 'text'; readonly changed: ChangedDocument }
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, Value>> }
  | { readonly kind: 'clear' }
  | { readonly kind: 'replace'; readonly content: DraftContent };

/** A draft's content with all that was before and all that was undone. */
export interface DraftHistory {
  readonly past: readonly DraftContent[];
  readonly present: DraftContent;
  /** The next one to redo comes first. */
  readonly future: readonly DraftContent[];
  /** What the last change was about: typing on in the same place belongs to the same step. */
  readonly subject: string | undefined;
}

/** Steps that can be taken back. */
export const longestPast = 500;

export function newHistory(present: DraftContent): DraftHistory {
  return { past: [], present, future: [], subject: undefined };
}

/** The history after a change; the same one where the change changes nothing. */
export function changed(history: DraftHistory, change: DraftChange): DraftHistory {
  const present = applied(history.present, change);
  if (present === history.present) return history;
  const subject = subjectOf(change);
  if (subject !== undefined && subject === history.subject) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-longestPast), present, future: [], subject };
}

/** Ends a step: the next change is one of its own, also in the same place. */
export function stepEnded(history: DraftHistory): DraftHistory {
  return history.subject === undefined ? history : { ...history, subject: undefined };
}

export function undone(history: DraftHistory): DraftHistory {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    subject: undefined,
  };
}

export function redone(history: DraftHistory): DraftHistory {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, subject: undefined };
}

function subjectOf(change: DraftChange): string | undefined {
  if (change.kind === 'value') return `value ${change.name}`;
  return change.kind === 'person' ? `person ${change.role}` : undefined;
}

function applied(content: DraftContent, change: DraftChange): DraftContent {
  switch (change.kind) {
    case 'value':
      return withEntry(content, 'values', change.name, change.value);
    case 'person':
      return withEntry(content, 'people', change.role, change.name);
    case 'text':
      return ifOther(content, withChanges(content, change.changed));
    case 'values':
      return ifOther(content, { ...content, values: { ...content.values, ...change.values } });
    case 'clear':
      return isEmpty(content.values) && isEmpty(content.people) ? content : { ...content, values: {}, people: {} };
    case 'replace':
      return ifOther(content, change.content);
  }
}

/** The new content, unless it says the same as the present one. */
function ifOther(present: DraftContent, next: DraftContent): DraftContent {
  return JSON.stringify(next) === JSON.stringify(present) ? present : next;
}

function isEmpty(entries: object): boolean {
  return Object.keys(entries).length === 0;
}

/** An empty entry is none, so that the draft of a writer who thought better of it is as it was. */
function withEntry(content: DraftContent, part: 'values' | 'people', name: string, value: Value): DraftContent {
  const known: Value = Object.hasOwn(content[part], name) ? (content[part][name] ?? '') : '';
  if (known === value) return content;
  const others = Object.entries<Value>(content[part]).filter(([other]) => other !== name);
  // `fromEntries` makes plain properties of all names.
  return { ...content, [part]: Object.fromEntries(value === '' ? others : [...others, [name, value]]) };
}
