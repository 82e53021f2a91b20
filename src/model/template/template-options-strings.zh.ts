/** Words around a template's options. */
export const optionStrings = {
  unknownOption: (name: string, hint: string) => `没有选项 ${name}${hint}`,
  unknownValue: (name: string, value: string, hint: string) =>
    `选项 ${name} 没有值 ${value === '' ? '（空）' : value}${hint}`,
  meant: (name: string) => `，是否要写 ${name}？`,
  known: (names: readonly string[]) =>
    names.length === 0 ? '：这个版式没有选项。' : `。可用的：${names.join('、')}。`,
} as const;
