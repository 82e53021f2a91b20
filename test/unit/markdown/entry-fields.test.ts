import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { fieldsOf } from '../../../src/markdown/remark-blanks.ts';
import { baseFields } from '../../../src/model/field.ts';

const file = (frontmatter: unknown) => new VFile({ data: { astro: { frontmatter } } } as never);
const field = { name: 'a', label: '甲', kind: 'text' };

test('declared fields follow the base ones', () => {
  expect(fieldsOf(file({ fields: [field], title: '题' })).map(({ name }) => name)).toEqual([
    ...baseFields.map(({ name }) => name),
    'a',
  ]);
});

test.each([
  ['no front matter', undefined],
  ['no fields', {}],
  ['fields that are none', { fields: 'x' }],
  ['one field that is wrong', { fields: [field, { name: 'b' }] }],
])('with %s there are the base fields', (_, frontmatter) => {
  expect(fieldsOf(file(frontmatter))).toEqual(baseFields);
});
