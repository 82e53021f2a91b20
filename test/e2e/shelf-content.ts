/** A collection for the tests of the shelf: more plans than one page of it shows, spread over all facets. */
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { shelfPageSize } from '../../src/model/shelf/shelf.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/site/content');
const industries = ['property', 'telecom', 'bank', 'hospital'];
const levels = ['personal', 'team', 'department', 'company'];
const periods = ['week', 'month', 'quarter'];

/** Three plans beyond the first page of the shelf. */
export const planCount = shelfPageSize + 3;

/**
 * Writes the collection into a temporary folder. Plan n is of industry n mod 4, level n div 4 mod 4, period n mod 3; every
 * fifth has a budget, and the last one is the latest and the longest.
 * @returns the folder
 */
export async function writeShelfContent(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'planshelf-shelf-'));
  await mkdir(join(folder, 'plans'));
  await cp(join(fixtures, 'industries.yaml'), join(folder, 'industries.yaml'));
  await writeFile(
    join(folder, 'industries.yaml'),
    'property: 物业\ntelecom: 通信\nbank: 银行\nhospital: 医疗\nlogistics: 物流\n',
  );
  const model = await readFile(join(fixtures, 'plans/second.mdx'), 'utf8');
  for (let n = 0; n < planCount; n += 1) await writeFile(join(folder, `plans/plan-${n}.mdx`), planNumber(n, model));
  return folder;
}

function planNumber(n: number, model: string): string {
  const last = n === planCount - 1;
  const text = model
    .replace('title: 营业厅周计划', `title: 第${n}号服务计划`)
    .replace('industry: telecom', `industry: ${industries[n % 4] ?? ''}`)
    .replace('level: team', `level: ${levels[Math.floor(n / 4) % 4] ?? ''}`)
    .replace('period: week', `period: ${periods[n % 3] ?? ''}`)
    .replace('updated: 2026-11-20', `updated: 2026-${last ? '12' : '11'}-20`);
  const long = last ? '\n\n做法写明，逐条落实，按周检查，按月小结。'.repeat(90) : '';
  const whole = text.replace('## 措施\n', `## 措施\n${long}\n`);
  if (n % 5 === 0) return whole;
  return whole.replace(/^budget:[\s\S]*?(?=^risks:)/m, '').replace('### 经费\n\n<Budget />\n', '');
}
