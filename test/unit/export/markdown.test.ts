import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { markdown } from '../../../src/export/markdown.ts';
import { anyText } from '../fill/arbitrary-draft.ts';
import { plainText } from '../../../src/document/edits/plain-text.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import { sampleDocument, sampleWith } from '../document/sample-entry.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { bare } from './read-back.ts';
import { filledValues, sampleManuscript } from './sample-manuscript.ts';

test('numbers headings as text and keeps tables, lists, blanks and footnotes', () => {
  const text = markdown(sampleManuscript());
  expect(text).toMatch(/^# 【单位名称】【年度】年住宅小区物业客服部年度工作计划\n\n- 时限：自【起始日期】起一年\n/);
  expect(text).toContain('\n## 一、目标\n\n收费率**不低于**80%，见进度。\n\n**关键指标表**\n\n| 指标 | 基线 | 目标 |');
  expect(text).toContain('\n| --- | ---: | ---: |');
  expect(text).toContain('\n### （一）收费\n\n- 短信提醒\n- 上门：\n  - 先查工单\n');
  expect(text).toContain('三日内办结[^1]。');
  expect(text.trimEnd().endsWith('[^1]: 以台账为准。')).toBe(true);
  expect(text).toContain('| 编订规程 | 客服主管 |  |  | ◆ |');
});

test('bold beside Chinese punctuation is bold all the same', () => {
  const text = markdown(sampleManuscript({ values: filledValues }));
  expect(text).not.toMatch(/\*\*[（“]/);
});

test.each([
  ['快看！!', '快看！\\![官网](<https://a.example/>)'],
  ['快看', '快看[官网](<https://a.example/>)'],
])('%s before a link makes no picture of it', (words, expected) => {
  const text = markdown(sampleManuscript({}, fullPlan, sampleWith(`${words}<a href="https://a.example/">官网</a>`)));
  expect(text).toContain(`\n${expected}\n`);
});

test.each(['学 C #', '学 C ##', '学 C#', '#'])('a heading that ends in a sign keeps it: %s', (title) => {
  const text = markdown(sampleManuscript({}, fullPlan, sampleWith(`<h2>${title}</h2>`)));
  const { children } = unified().use(remarkParse).use(remarkGfm).parse(text);
  const headings = children.filter(({ type }) => type === 'heading').map((node) => toString(node));
  expect(headings).toContain(title);
});

test('whatever was typed is text: no link, no markup, no other block', () => {
  const kinds = (value: string): string[] => {
    const at = documentPlaces(sampleDocument()).find(({ text }) => text === '短信提醒')?.address ?? '';
    const tree = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(
        markdown(sampleManuscript({ values: { organization: value }, edits: [{ kind: 'text', at, text: value }] })),
      );
    const found: string[] = [];
    visit(tree, (node: Nodes) => {
      if (!['text', 'break', 'html', 'link'].includes(node.type)) found.push(node.type);
      // Line breaks in cells and bold beside brackets are written as tags; the addresses of links are those of the words.
      if (node.type === 'html') expect(node.value).toMatch(/^<\/?(?:br|strong)>$/);
      if (node.type === 'link') expect(node.url).toMatch(/^(?:https?:\/\/|mailto:)/);
    });
    expect(bare(toString(tree, { includeHtml: false }))).toContain(bare(plainText(value)));
    return found;
  };
  const plain = kinds('甲');
  fc.assert(
    fc.property(
      anyText.filter((text) => bare(plainText(text)) !== ''),
      (text) => {
        expect(kinds(text)).toEqual(plain);
      },
    ),
    { numRuns: 100 },
  );
});
