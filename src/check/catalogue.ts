import type { Problem } from '../model/problem.ts';

/** What a rule is about: shown in reports, in the guide, and named in a plan's `ignore`. */
export interface RuleInfo {
  readonly severity: Problem['severity'];
  /** The rule in a few words. */
  readonly title: string;
  /** One line: why it matters. */
  readonly why: string;
  /** Whether a plan may switch it off with a reason. What would break the build or the print may not be. */
  readonly optional: boolean;
}

const required = (title: string, why: string): RuleInfo => ({ severity: 'error', title, why, optional: false });
const error = (title: string, why: string): RuleInfo => ({ severity: 'error', title, why, optional: true });
const warning = (title: string, why: string): RuleInfo => ({ severity: 'warning', title, why, optional: true });

/** Every rule of the check by its code. */
export const catalogue = {
  'file-empty': required('文件是空的', '空文件生成不了计划。'),
  'file-encoding': required('文件不是 UTF-8 编码', '别的编码会让汉字变成乱码。'),
  'content-link': required('content/ 里有链接', '链接带进来的文件没有经过检查，也可能来自项目之外，不能发布。'),
  'entry-name': required(
    '文件名不对，这份计划不会生成',
    '只有扩展名是小写 .mdx 的文件才会成为计划，别的会被悄悄略过。',
  ),
  'over-limit': required('内容超出上限', '几千字的记号就能让检查、生成和浏览器停住几分钟；正常的计划离这些上限很远。'),
  'front-matter-missing': required('缺少开头的数据部分', '标题、指标、任务都从文件开头两行 --- 之间读取。'),
  'yaml-syntax': required('数据部分的写法有误', '数据部分（YAML）读不出来，整份计划都无法检查和生成。'),
  'mdx-syntax': required('MDX 语法有误', '正文编译不了，页面和 PDF 都无法生成。'),
  'slug-duplicate': required('两个文件的网址相同', '同一网址只能放一份计划，后一份会盖掉前一份。'),
  'unknown-key': required('未知的键', '写错的键不会生效，内容会悄悄丢失。'),
  'missing-key': required('缺少必填的键', '书架、表格和检查都要用到它。'),
  'wrong-type': required('值的类型不对', '类型不对的值无法排进表格或参与计算。'),
  'unknown-value': required('值不在可选范围内', '只有列出的值有对应的显示和处理。'),
  'value-form': required('值的写法或长短不合要求', '不合写法的值无法显示或计算。'),
  'unknown-industry': required('未知的行业', '没有登记的行业不会出现在书架的分类里。'),
  'kpi-target': required('目标或基线读不懂', '读不懂的目标对不上填写项和单位，也无法换算成数字。'),
  offset: required('时间偏移读不懂', '任务日期由起始日期加偏移算出。'),
  'field-duplicate': required('填写项重名', '同名的空会填进同一个值，或者互相覆盖。'),
  'field-limits': required('填写项的取值互相矛盾', '预填值或示例落在自己的范围之外，读者会不知道该信哪一个。'),
  'compute-reference': required('计算所用的填写项不对', '算式只能引用本计划里有数值的填写项。'),
  'compute-cycle': required('循环引用', '互相引用的算式永远算不出结果。'),
  'compute-operands': required('运算的数目不对', '增长率、商和占比都正好需要两个数。'),
  'blank-undeclared': required('正文里的空没有声明', '没有声明的空不会出现在填写表单里，也填不上。'),
  'component-unknown': required('未知的组件', '页面里没有这个组件，生成会中断。'),
  'component-inline': required('组件没有单独成行', '组件排出的是表格和图，放在一句话中间排不出来。'),
  'prose-expression': required(
    '正文里有程序',
    '花括号里的内容、以 import 或 export 开头的段落会在生成时当成程序运行，名字不认识就中断生成。',
  ),
  'markup-active': required(
    '正文里有会运行的内容',
    '计划是给人读的文字：脚本、框架、内嵌样式和 javascript: 链接会在读者的浏览器里运行。',
  ),
  'link-missing': required(
    '站内链接无法访问',
    '计划会在网页、填写页和纸面上出现，部署时还可能放在子目录下：只有从 / 开始、有这一页的网址到处走得到。',
  ),
  'anchor-missing': required('链接的位置不在本计划里', '找不到位置的链接点了没有反应，印成 PDF 也没有落点。'),
  'link-form': required('链接的网址不成立', '读不懂的网址点不开，预览和打印也会出错。'),
  'table-cells': required('表格的一行比表头多格', '多出来的格子不会印出来。'),
  'yaml-comment': required('值在 # 处截断', '空格加 # 之后的文字在数据部分（YAML）里是注释，不会印出来。'),
  'yaml-fold': error('折行处会多出一个空格', '数据部分（YAML）把值里的换行读成空格，印在汉字之间就是一道缝。'),
  'text-hidden': required('文字不会印出来', '计划里写的都要印在纸上；藏起来的文字读者看不到，校验也查不出。'),
  'note-undefined': required('脚注没有定义', '没有定义的脚注会原样印出方括号。'),
  'note-unused': required('脚注不会印出来', '没有人引用的脚注和重复的脚注不会印出来。'),
  'heading-underline': required(
    '下面一行的 --- 或 === 把文字变成了标题',
    '多出来的标题会进入编号和目录，分隔线也没有了。',
  ),
  'image-missing': required('图片不存在', '打印时会缺图。'),
  'glyph-missing': required('字体里没有这个字', '没有字形的字印出来是方框。'),
  'character-look-alike': required('用了部首或兼容字符', '看着一样，其实是另一个字符：搜索不到，印出来也可能是方框。'),
  'field-unused': warning('填写项没有用到', '读者填了它，纸面上却看不到。'),
  'part-missing': error('缺少计划的组成部分', '没有目标、措施、步骤或检查，就不成其为计划。'),
  'kpi-unit': error('指标没有单位', '没有单位的数字无法考核。'),
  'kpi-source': error('指标没有口径与数据来源', '不说怎么算、从哪里取数，考核时各说各的。'),
  'kpi-owner': error('指标没有责任岗位', '没有人负责的指标没有人完成。'),
  'kpi-cycle': error('指标没有统计周期', '不定多久统计一次，就谈不上过程检查。'),
  'kpi-weights': error('指标权重合计不是 100', '权重不足或超出 100，考核得分就算不对。'),
  'task-owner': error('任务没有责任岗位', '没有责任人的任务会落空。'),
  'task-time': error('任务没有时限或频次', '不说什么时候做，进度就画不出来。'),
  'task-standard': error('任务没有考核标准', '不说做到什么算完成，就无法验收。'),
  'owner-unknown': error('岗位没有列在 roles 中', '责任要落到本计划的岗位上，才能填上姓名。'),
  'due-outside-period': required('时间超出计划周期', '超出周期的任务在进度图上没有位置，也超出本期考核。'),
  'due-before-start': error('完成时限早于开始时间', '还没开始就该完成的任务，进度图上画不出来。'),
  'share-over-whole': error('占比超过 100%', '满意度、合格率这样的指标是全体中的一部分，超过 100% 必有一处写错。'),
  'date-wrong': required('日期不对', '日历上没有的日子排不进日程；年份写错，任务会落到别的世纪。'),
  'budget-total-line': required('明细里手写了合计', '合计由程序相加；明细里再写一行，读者会以为还有一笔。'),
  'budget-unit': required('预算里混用了不能相加的单位', '单位不同的数加不起来，合计一直空着。'),
  'budget-sum': error('预算合计与明细不符', '加不起来的预算批不下来。'),
  'prose-placeholder': error('正文里有手写的占位', '20xx、××、__ 这样的占位填不了，也查不出漏填。'),
  'prose-figure': error('正文里有写死的数字', '金额和比例因单位而异，应当做成填写项，让读者能改。'),
  'punctuation-half-width': error('汉字之间用了半角标点', '半角标点排在汉字之间会挤在一起，断行也不对。'),
  'mark-space': error('标记后面缺空格', '没有空格，Markdown 就不认这个标题或列表，记号会原样印出来。'),
  'mark-stars': error('星号没有配成粗体', '没有配成对的 ** 会原样印出来。'),
  'quote-sign': error('大于号被当成引文的记号', '行首的 > 是引文的记号，不会印出来。'),
  'link-undefined': error('链接或图片的名字没有定义', '没有定义的名字不成为链接，方括号会原样印出来。'),
  'link-broken': error('链接没有写对', '写得不对的链接不成为链接，括号和网址会原样印出来。'),
  'paragraph-indent': warning('段首手打了空格', '段首由版式缩进，手打的空格会让首行缩进两次，排版时已略去。'),
  'heading-numbered': error('标题手写了编号', '编号由程序统一生成，手写的会重复，调整次序后还会错。'),
  'heading-level': error('标题级别跳级或用了一级标题', '编号和目录按级别生成；一级标题是计划的题目，由数据部分给出。'),
  'ignore-unknown': required('ignore 里的规则代码不对', '写错的代码什么也关不掉；必须遵守的规则不能关。'),
} as const satisfies Readonly<Record<string, RuleInfo>>;

export type RuleCode = keyof typeof catalogue;

export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(catalogue, code);
}
