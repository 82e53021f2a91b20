import { expect, test } from 'vitest';
import { readArguments, UsageError } from '../../../src/cli/command.ts';

const types = { shard: 'string', force: 'boolean', option: 'strings' } as const;

test('reads options and names', () => {
  const read = readArguments(['a', '--shard', '1/2', '--force', '--option', 'x=1', '--option', 'y=2', 'b'], types);
  expect(read.names).toEqual(['a', 'b']);
  expect(read.options).toMatchObject({ shard: '1/2', force: true, option: ['x=1', 'y=2'] });
});

test.each([
  [['--shrad', '1/2'], '没有选项 --shrad。是否要写 --shard？可用的选项：--shard、--force、--option。什么都没有做。'],
  [['-x'], '没有选项 -x。可用的选项：--shard、--force、--option。什么都没有做。'],
  [
    ['--shard'],
    '选项 --shard 后面要写一个值，以 - 开头的值写成 --shard=值。可用的选项：--shard、--force、--option。什么都没有做。',
  ],
  [
    ['--shard', '--force'],
    '选项 --shard 后面要写一个值，以 - 开头的值写成 --shard=值。可用的选项：--shard、--force、--option。什么都没有做。',
  ],
  [['--force=yes'], '选项 --force 不带值，删去等号和后面的字。可用的选项：--shard、--force、--option。什么都没有做。'],
])('%j is refused in words', (args, message) => {
  expect(() => readArguments(args, types)).toThrow(new UsageError(message));
});

test('a command without options says so', () => {
  expect(() => readArguments(['--x'], {})).toThrow('没有选项 --x。这个命令没有选项。');
});
