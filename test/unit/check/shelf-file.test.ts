import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { report } from '../../../src/check/report.ts';
import { readShelf, shelfFrom } from '../../../src/check/shelf-file.ts';
import { licenceKeys, licences, rightsLine, robotsText } from '../../../src/model/shelf/shelf-settings.ts';

const settings = (text: string) => shelfFrom(text).settings;

test('the project’s own file is right', () => {
  expect(readShelf(resolve(import.meta.dirname, '../../..'))).toMatchObject({
    settings: { name: '计划书架', licence: 'CC0-1.0', internal: false },
    problems: [],
  });
});

test('a shelf without the file grants nothing', () => {
  expect(readShelf(import.meta.dirname)).toMatchObject({ settings: { licence: 'reserved' }, problems: [] });
});

test('what is left out follows from the name', () => {
  const { description, owner } = settings('name: 东区客服');
  expect(description).toContain('东区客服');
  expect(owner).toBe('东区客服');
});

test('everything that is wrong is reported at its place, and nothing is given away meanwhile', () => {
  const { settings: safe, problems } = shelfFrom(
    '# 名称\nname: 【东区】\nlicense: CC0-1.0\nlicence: CC-BY\ninternal: "no"\ntagline:\n',
  );
  expect(safe).toMatchObject({ licence: 'reserved', internal: true });
  expect(report(problems, 1, 'text')).toMatchInlineSnapshot(`
    "content/shelf.yaml:2:7 错误 shelf-settings
      name 的值不对。
      原因：书架的名称、说明和许可写在每一页上，也写进订阅和 Word 文件。
      改法：不能有【】和换行。

    content/shelf.yaml:3:1 错误 shelf-settings
      未知的键 license。
      原因：书架的名称、说明和许可写在每一页上，也写进订阅和 Word 文件。
      改法：是否要写 licence？

    content/shelf.yaml:4:10 错误 shelf-settings
      licence 的值不对。
      原因：书架的名称、说明和许可写在每一页上，也写进订阅和 Word 文件。
      改法：是否要写 CC-BY-4.0？可以写：reserved、CC0-1.0、CC-BY-4.0、CC-BY-SA-4.0、CC-BY-NC-4.0、CC-BY-NC-SA-4.0。

    content/shelf.yaml:5:11 错误 shelf-settings
      internal 的值不对。
      原因：书架的名称、说明和许可写在每一页上，也写进订阅和 Word 文件。
      改法：写 true 或 false。

    content/shelf.yaml:6:1 错误 shelf-settings
      tagline 的值不对。
      原因：书架的名称、说明和许可写在每一页上，也写进订阅和 Word 文件。
      改法：要写文字。

    检查了 1 份计划：1 份有问题，错误 5 个，警告 0 个。"
  `);
});

test.each([
  ['name: "东', '1:7', 'YAML 的写法有误'],
  ['- 东区', '1:1', '每行写'],
  ['name: [东]', '1:1', 'name 的值不对'],
])('%j is a problem at %s', (text, place, words) => {
  const [problem] = shelfFrom(text).problems;
  expect(problem).toMatchObject({ code: 'shelf-settings', file: 'content/shelf.yaml' });
  const { position } = problem ?? {};
  expect(position?.kind === 'point' ? `${position.line}:${position.column}` : '').toBe(place);
  expect(problem?.what).toContain(words.replace('每行写', '要每行写'));
});

describe('rights', () => {
  test.each(licenceKeys)('%s is named, with its text where it has one', (licence) => {
    const { text, link } = rightsLine(settings(`name: 东区\nlicence: ${licence}`));
    expect(text).toContain(licences[licence].title);
    expect(link?.url).toBe('url' in licences[licence] ? licences[licence].url : undefined);
    expect(text.includes('© 东区')).toBe(licence === 'reserved');
  });

  test('an internal shelf shows none, and keeps search engines off', () => {
    const internal = settings('name: 东区\nowner: 东区物业有限公司\ninternal: true\nlicence: CC0-1.0');
    expect(rightsLine(internal)).toEqual({ text: '仅供东区物业有限公司内部使用。' });
    expect(robotsText(internal, 'https://a.example/sitemap-index.xml')).toBe('User-agent: *\nDisallow: /\n');
    expect(robotsText(settings('name: 东区'), 'https://a.example/s.xml')).toMatch(/Allow: \/\n\nSitemap: https:\/\/a/);
  });
});
