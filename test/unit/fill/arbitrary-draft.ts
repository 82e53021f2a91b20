import fc from 'fast-check';
import type { Draft } from '../../../src/fill/draft.ts';
import { planTableNames } from '../../../src/document/plan-table-names.ts';

/** Any text at all, lone surrogates and controls included, and what is known to make trouble. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '=1+1',
    '@SUM(A1)',
    '🙂',
    '\u202Eabc',
    '\uD800',
    '【满意度目标】',
    '\\【',
    'a\r\nb',
    '__proto__',
  ),
);
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}$/);
const address = anyText.filter((text) => text !== '' && text.length <= 400);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
const edit = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), at: address, text: anyText }),
  fc.record({ kind: fc.constant('omit' as const), at: address }),
  fc.record(
    {
      kind: fc.constant('row' as const),
      id: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
      table: fc.constantFrom(...planTableNames),
      cells: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/), anyText),
      after: address,
    },
    { requiredKeys: ['kind', 'id', 'table', 'cells'] },
  ),
  fc.record({ kind: fc.constant('order' as const), within: anyText, sections: fc.array(anyText, { maxLength: 5 }) }),
);

const parts = {
  format: fc.constant('planshelf.draft' as const),
  plan: anyText.filter((text) => text !== '' && text.length <= 200),
  planDigest: fc.stringMatching(/^[a-z0-9]{0,11}$/),
  name: anyText.filter((text) => text.length <= 200),
  updated: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  values: fc.dictionary(name, fc.oneof(anyText, number), { noNullPrototype: true }),
  people: fc.dictionary(
    anyText.filter((text) => text !== '' && text.length <= 60),
    anyText,
    { noNullPrototype: true },
  ),
};
const edits = fc.array(edit, { maxLength: 8 });

/** Every draft that the format allows, with changes that are not put into a document yet. */
export const anyDraft: fc.Arbitrary<Draft> = fc.record(
  { ...parts, version: fc.constant(2 as const), edits: edits.filter(({ length }) => length > 0) },
  { requiredKeys: ['format', 'version', 'plan', 'planDigest', 'name', 'updated', 'values', 'people'] },
);

/** Every draft of version 1. */
export const anyFirstDraft = fc.record({ ...parts, version: fc.constant(1 as const), edits });
