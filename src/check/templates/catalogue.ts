/** Every rule for templates by its code: the rule in a few words, and why it matters. */
export const templateCatalogue = {
  'template-file-missing': {
    title: '版式缺少文件',
    why: '版式要有 template.ts、layout.ts、Document.astro、print.css 四个文件，缺一就没有文档可排。',
  },
  'template-syntax': {
    title: 'template.ts 或 layout.ts 的写法有误',
    why: '读不出来的版式，网页、印制和校验都用不了。',
  },
  'template-export': {
    title: 'template.ts 或 layout.ts 没有给出版式',
    why: '名称、纸张和页数从 export const template 读取，怎样排文档从 export const layout 读取。',
  },
  'template-unknown-key': { title: 'template.ts 里有未知的键', why: '写错的键不会生效，内容会悄悄丢失。' },
  'template-missing-key': { title: 'template.ts 缺少必填的键', why: '印制和校验都要用到它。' },
  'template-value': { title: 'template.ts 里的值不对', why: '只有合要求的值有对应的处理。' },
  'template-run': {
    title: 'template.ts 或 layout.ts 一运行就出错',
    why: '版式一读取就会中断，网页、印制和校验都用不了它。',
  },
  'template-astro-syntax': {
    title: '.astro 文件的写法有误',
    why: '编译不了的文档，网页和印制都没有内容可排，整个站点都无法生成。',
  },
  'template-css-syntax': { title: '样式的写法有误', why: '读不出来的样式会让后面的规则一起失效。' },
  'template-css-unsupported': {
    title: '样式里有分页程序不支持的写法',
    why: '分页程序（Paged.js）读到它会出错，印出空白页或错误的页码。',
  },
  'template-css-page': {
    title: '样式里写了纸张或页边距',
    why: '纸张和页边距只写在 template.ts 一处，生成时由它写进样式，选项和校验也照它；写两处会互相矛盾。',
  },
  'template-css-file': { title: '样式引用的文件不存在', why: '缺少的样式、字体或图片会让生成中断。' },
  'template-font': {
    title: '字体文件用不了',
    why: '不是字体的文件载入不了；可变字体和 CFF 轮廓会印成 Type 3，通不过校验。',
  },
} as const;

export type TemplateRuleCode = keyof typeof templateCatalogue;
