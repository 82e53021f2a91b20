import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { roleLabels } from '../../../src/document/role-label.ts';

test('the mark between two posts is in one box with the post before it, which a style sheet keeps on one line', () => {
  const listed = roleLabels(['客服主管', '店长', '班长']).map((element) => toHtml(element));
  expect(listed).toEqual([
    expect.stringMatching(/^<span class="listed"><span class="role" data-role="客服主管">[^、]*<\/span>、<\/span>$/),
    expect.stringMatching(/^<span class="listed"><span class="role" data-role="店长">[^、]*<\/span>、<\/span>$/),
    expect.stringMatching(/^<span class="listed"><span class="role" data-role="班长">[^、]*<\/span><\/span>$/),
  ]);
});
