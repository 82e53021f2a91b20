/** What the law or safety rules demand of a plan; users of the plan must not overlook it. */
import { readFile, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';

const plans = new URL('../../../content/plans/', import.meta.url);
const planText = (slug: string) => readFile(new URL(`${slug}.mdx`, plans), 'utf8');

test('work on electrical equipment names every safety step in its order', async () => {
  const text = await planText('electrical-branch-service');
  const steps = text.match(/停电[^。\n]*遮栏/g) ?? [];
  const complete = steps.filter((sentence) => /停电.*验电.*接地.*(?:标示牌|挂牌).*遮栏/.test(sentence));
  expect(complete.length).toBeGreaterThanOrEqual(3); // prose, training and risk
  expect(text).toContain('工作票');
  expect(text).toMatch(/至少两人|不足两人/);
});

test('porting a number is not hindered, and no rival is named', async () => {
  const text = await planText('telecom-retention');
  expect(text).toContain('《携号转网服务管理规定》');
  expect(text).toMatch(/不[^。；]*另设专属资费/);
  expect(text).not.toMatch(/挖转|电话追着留|问真实去向|去了哪家/);
});

test('a lecture that promotes a service is reported five working days ahead', async () => {
  const text = await planText('securities-lecturer-month');
  expect(text).toMatch(/五个工作日[^。]*证监局/);
  const due = /name: 讲座报备[\s\S]*?due: (\S+)/.exec(text)?.[1];
  const lecture = /name: 主讲与现场带新[\s\S]*?due: (\S+)/.exec(text)?.[1];
  expect([due, lecture]).toEqual(['+2w', '+1m']);
});

test('accounts are opened after customer due diligence, by the legal representative', async () => {
  const text = await planText('bank-service-and-control');
  expect(text).toContain('《金融机构客户尽职调查和客户身份资料及交易记录保存管理办法》（2026年1月1日起施行）');
  expect(text).not.toMatch(/法人(?!代表)/);
  expect(text).toContain('法定代表人（负责人）');
});

test('no plan staffs two shifts and holidays with two clerks', async () => {
  const text = await planText('head-office-service-centre');
  expect(text).toContain('每人每周五班，每班八小时');
  expect(text).not.toMatch(/前台两名轮早晚班|节假日留一人/);
});

test('technical staff judge decoration, and what is beyond them goes to the authorities', async () => {
  const text = await planText('residential-service-calendar');
  const task = /- name: 二次装修把关[\s\S]*?standard: .*/.exec(text)?.[0] ?? '';
  expect(task).toContain('owner: 工程领班');
  expect(text).toContain('主管部门的批准');
});

test('a plan speaks of 法定代表人, not of 法人, where a person is meant', async () => {
  for (const file of await readdir(plans)) {
    const text = await readFile(new URL(file, plans), 'utf8');
    expect(text, file).not.toMatch(/(?:面见|与|找)法人(?!代表)/);
  }
});
