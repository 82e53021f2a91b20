import { unzipSync } from 'fflate';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import { entryDocument } from '../../../src/document/entry-document.ts';
import { docx } from '../../../src/export/docx.ts';
import { markdown } from '../../../src/export/markdown.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { sampleManuscript } from './sample-manuscript.ts';

const prose = `---
fields: []
---

前台周一~周五开放，1~3 天办结，2~4 天回访，旧办法~~作废~~。打开https://a.example！登录。

- >90 分：优秀
- 上年受理报修一千余件，多数当天
  到场

　　版权&copy;，罕字&#x3402;。

<details>
<summary>考核细则</summary>

逾期一天扣一分。

</details>

按照条例[^条例]执行，见[^表]。

[^条例]: 指现行的条例，见[全文](https://b.example/?p=1&q=2)。

[^表]: 注里的表：

    | 表头甲 | 表头乙 |
    | --- | --- |
    | 表内甲 | 表内乙 |

    1. 注里的清单
`;

let text: string;
let parts: Readonly<Record<string, Uint8Array>>;

const part = (path: string): string => new TextDecoder().decode(parts[path]);
/** Text of a part, its notes marked by their numbers. */
const wordsOf = (path: string): string =>
  part(path)
    .replace(/<w:footnoteReference w:id="(\d+)"\/>/g, '[^$1]')
    .replace(/<[^>]*>/g, '');

beforeAll(async () => {
  const manuscript = sampleManuscript({}, fullPlan, entryDocument(fullPlan, prose));
  text = markdown(manuscript);
  parts = unzipSync(await docx(manuscript));
});

const printed = [
  '前台周一~周五开放，1~3 天办结，2~4 天回访，旧办法作废。打开https://a.example！登录。',
  '>90 分：优秀',
  '上年受理报修一千余件，多数当天到场',
  '版权©，罕字㐂。',
  '考核细则',
  '逾期一天扣一分。',
];

describe('the prose of a plan is written whole', () => {
  test.each(printed)('in Word: %s', (words) => {
    expect(wordsOf('word/document.xml')).toContain(words.replace('>', '&gt;'));
  });

  test.each(printed)('in Markdown: %s', (words) => {
    const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
    expect(toString(tree).replace(/<\/?\w+>/g, '')).toContain(words);
  });

  test('in Word a note keeps its place, its link, its table and the numbers of its list', () => {
    expect(wordsOf('word/document.xml')).toContain('按照条例[^1]执行，见[^2]。');
    const notes = part('word/footnotes.xml');
    expect(wordsOf('word/footnotes.xml')).toMatch(
      /指现行的条例，见全文。.*注里的表：表头甲表头乙表内甲表内乙注里的清单/,
    );
    expect(notes).toContain('<w:tbl>');
    const [, id = ''] = /<w:hyperlink [^>]*r:id="([^"]+)"/.exec(notes) ?? [];
    expect(part('word/_rels/footnotes.xml.rels')).toMatch(new RegExp(`Id="${id}"[^>]*Target="https://b\\.example/`));
  });

  test('in Markdown a note keeps its name', () => {
    expect(text).toContain('按照条例[^条例]执行，见[^表]。');
    expect(text).toContain('[^条例]: 指现行的条例，见[全文](<https://b.example/?p=1&q=2>)。');
    expect(text).toContain('    | 表内甲 | 表内乙 |');
  });
});
