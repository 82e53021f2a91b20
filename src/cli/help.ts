import { type CommandHelp, helpStrings, helpWords as words } from './help-strings.zh.ts';

/** Columns of the widest option, so that all explanations begin below each other. */
const optionColumns = 14;

function optionLines(options: CommandHelp['options']): readonly string[] {
  return options.map(([option, does]) => `  ${option.padEnd(optionColumns)}${does}`);
}

/** All commands, one line each. */
export function overview(): string {
  const commands = Object.entries(helpStrings).map(([name, { summary }]) => [name, summary] as const);
  return [
    `${words.usage}${words.call}${words.commands}`,
    '',
    ...optionLines(commands),
    '',
    words.more,
    '',
    words.exitCodes,
  ].join('\n');
}

/** Everything about one command; undefined if there is none of that name. */
export function commandHelp(name: string): string | undefined {
  const help = Object.hasOwn(helpStrings, name) ? helpStrings[name] : undefined;
  if (help === undefined) return undefined;
  return [
    `${name}：${help.summary}`,
    '',
    ...help.usage.map((usage) => `${words.usage}${words.call}${usage}`),
    '',
    ...optionLines(help.options),
    ...(help.notes === undefined ? [] : ['', ...help.notes]),
    '',
    words.everywhereTitle,
    ...optionLines(words.everywhere),
    '',
    words.exitCodes,
  ].join('\n');
}
