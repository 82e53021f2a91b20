/** Words that the fill page says seldom; they load when they are said. */
export const lazyStrings = {
  damaged: '草稿无法读取，原文件未改动；现在打开的是一份新草稿。可到“我的草稿”导出原文。',
  gone: '链接中的草稿已不存在；现在打开的是一份新草稿。',
  followed: '已同步另一窗口的修改。',
  forked: (name: string) => `另一窗口也修改了这份草稿，两边内容都已保留：这里的保存为“${name}”。`,
  deletedElsewhere: '这份草稿已在另一窗口删除；在这里继续填写会重新保存。',
  republished:
    '这份范本在你上次编辑后修订过。填写和修改的内容都已保留；未采用的修改列在“编辑正文”中，范本的新内容也在页面上。',
  glyphs: (characters: string) =>
    `打印字体中没有这些字，将用其他字体代替：${characters}。在其他电脑上可能显示为方框，请核对，或换个写法。`,
} as const;
