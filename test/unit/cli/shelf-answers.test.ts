import { format } from 'prettier';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shelfFrom } from '../../../src/check/shelf-file.ts';
import { UsageError } from '../../../src/cli/command.ts';
import { type ShelfOptions, shelfAnswers } from '../../../src/cli/new/shelf-answers.ts';
import { shelfText } from '../../../src/cli/new/shelf-answers.ts';
import { licenceKeys, shelfNameSchema } from '../../../src/model/shelf/shelf-settings.ts';

const reserved = { licence: 'reserved', internal: false };

describe('without a terminal', () => {
  test.each<[Partial<ShelfOptions>, object]>([
    [{}, { name: 'east工作计划', ...reserved }],
    [{ name: ' 东区 ' }, { name: '东区', ...reserved }],
    [{ licence: 'CC0-1.0' }, { licence: 'CC0-1.0', internal: false }],
    [{ licence: 'cc by' }, { licence: 'CC-BY-4.0' }],
    [{ licence: 'CC BY-SA 4.0' }, { licence: 'CC-BY-SA-4.0' }],
    [{ licence: 'cc0' }, { licence: 'CC0-1.0' }],
    [{ internal: true }, { licence: 'reserved', internal: true }],
    [
      { internal: true, licence: 'reserved' },
      { licence: 'reserved', internal: true },
    ],
  ])('%j', async (options, answers) => {
    expect(await shelfAnswers(options, 'east', undefined)).toMatchObject(answers);
  });

  test.each<[Partial<ShelfOptions>, string]>([
    [{ name: '' }, '不能空着'],
    [{ name: '字'.repeat(21) }, '最多 20 个字'],
    [{ name: '【东区】' }, '不能有【】'],
    [{ licence: 'CC-BY-5.0' }, '是否要写 CC-BY-4.0'],
    [{ licence: '' }, '可用的许可：reserved、CC0-1.0'],
    [{ internal: true, licence: 'CC0-1.0' }, '不能同时用'],
  ])('%j is refused', async (options, words) => {
    await expect(shelfAnswers(options, 'east', undefined)).rejects.toThrow(UsageError);
    await expect(shelfAnswers(options, 'east', undefined)).rejects.toThrow(words);
  });
});

describe('on a terminal', () => {
  /** Answers one after the other, and the questions that were asked. */
  async function talk(options: Partial<ShelfOptions>, ...answers: string[]) {
    const asked: string[] = [];
    const left = [...answers];
    const given = await shelfAnswers(options, 'east', (question) => {
      asked.push(question);
      const answer = left.shift();
      return answer === undefined ? Promise.reject(new Error(`asked too much: ${question}`)) : Promise.resolve(answer);
    });
    expect(left).toEqual([]);
    return { given, asked };
  }

  test('name, audience and licence are asked for; nothing is given away by default', async () => {
    const { given, asked } = await talk({}, '', '', '');
    expect(given).toEqual({ name: 'east工作计划', ...reserved });
    expect(asked.map((question) => /书架的名称|内部使用|许可？/.exec(question)?.[0])).toEqual([
      '书架的名称',
      '内部使用',
      '许可？',
    ]);
  });

  test('a licence is chosen by its number or name', async () => {
    expect((await talk({}, '东区', 'n', '3')).given).toEqual({ name: '东区', licence: 'CC-BY-4.0', internal: false });
    expect((await talk({}, '东区', 'N', 'cc0')).given.licence).toBe('CC0-1.0');
  });

  test('an internal shelf is not asked for a licence', async () => {
    expect((await talk({}, '东区', 'y')).given).toEqual({ name: '东区', licence: 'reserved', internal: true });
  });

  test('what is given is not asked for, and a wrong answer is asked for again', async () => {
    const { given, asked } = await talk({ internal: false }, '【', '东区', '9', '1');
    expect(given).toEqual({ name: '东区', ...reserved });
    expect(asked[1]).toContain('不能有【】');
    expect(asked[3]).toContain('没有许可 9');
  });
});

test('the file of any shelf reads back as its answers, and Prettier leaves it as it is', async () => {
  const name = fc
    .array(fc.constantFrom('东', 'a', ' ', "'", '"', ':', '#', '-', '\\', '\u{1F600}', 'true', '~', '*'), {
      minLength: 1,
      maxLength: 9,
    })
    .map((parts) => parts.join('').trim())
    .filter((text) => shelfNameSchema.safeParse(text).success);
  const answers = fc.record({ name, licence: fc.constantFrom(...licenceKeys), internal: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(answers, async (given) => {
      const text = shelfText(given);
      expect(shelfFrom(text)).toMatchObject({ problems: [], settings: given });
      // Of a name with both quotes the two writers weigh the escapes differently.
      if (!(given.name.includes("'") && given.name.includes('"')))
        expect(await format(text, { parser: 'yaml', singleQuote: true, printWidth: 120 })).toBe(text);
    }),
  );
});
