import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { booklet } from '../../../src/cli/booklet.ts';
import type { Command } from '../../../src/cli/command.ts';
import { fill } from '../../../src/cli/fill.ts';
import { pdf } from '../../../src/cli/pdf.ts';
import { proof } from '../../../src/cli/proof.ts';

const project = resolve(import.meta.dirname, '../../..');
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'planshelf-wrong-'));
  for (const name of ['content', 'templates', 'src/model'])
    await cp(join(project, name), join(root, name), { recursive: true });
  const file = join(root, 'templates/meeting/template.ts');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('options: [', 'options: [glitter, '));
  await writeFile(join(root, 'values.yaml'), 'values:\n  单位名称: 甲\n');
});
afterAll(() => rm(root, { recursive: true }));

const given: readonly (readonly [string, Command, readonly string[]])[] = [
  ['pdf', pdf, ['residential-service-annual', '--out', 'out']],
  ['booklet', booklet, ['residential-service-annual', '--out', 'out']],
  ['fill', fill, ['residential-service-annual', '--values', 'values.yaml', '--out', 'out']],
  ['proof', proof, ['a.pdf', '--template', 'official']],
];

test.each(given)(
  '%s tells where a template is wrong before it runs any, and writes nothing',
  async (_, command, args) => {
    const lines: string[] = [];
    const { signal } = new AbortController();
    const before = await readdir(root);
    expect(await command({ args, root, signal, print: (text) => lines.push(text) })).toBe(1);
    expect(lines.join('\n')).toMatch(
      /^templates\/meeting\/template\.ts:\d+:\d+ 错误 template-run\n {2}glitter 没有定义。/,
    );
    expect(await readdir(root)).toEqual(before);
  },
);
