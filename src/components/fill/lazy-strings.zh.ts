/** Words that the fill page says seldom; they load when they are said. */
export const lazyStrings = {
  damaged: '存着的稿读不出来，原样留着没有动；现在打开的是一份新稿。可以到“我的稿”把原文导出来。',
  gone: '地址里的那份稿不在了；现在打开的是一份新稿。',
  followed: '已跟上另一个窗口里的改动。',
  forked: (name: string) => `另一个窗口也改了这份稿。两边都没有丢：这里的存成了“${name}”。`,
  deletedElsewhere: '这份稿在另一个窗口里删掉了；在这里接着写，会重新存上。',
  republished:
    '这份范本在你上次写过之后修订过。你填的、改的都还在；没能用上的改动列在“改文字”里，范本的新内容也在页面上。',
  glyphs: (characters: string) =>
    `这些字打印字体里没有，会用别的字体代替：${characters}。在别的电脑上可能显示成方框，请核对，或换个写法。`,
} as const;
