/** What a YAML mistake is called and how to fix it, for writers who do not know YAML. */
export interface MistakeWords {
  readonly what: string;
  readonly fix: string;
}

const quoteIt = '把整个值用双引号括起来，如 summary: "目标: 提升"；值里要用引号时用中文引号“”。';
const closeIt = '补上配对的 "、\'、] 或 }；不需要的就删去开头那个。';
const indentIt = '缩进只用空格：同一层的键左边对齐，下一层比上一层多两个空格。';
const keyForm = '每个键写成“键: 值”，冒号用半角，后面空一格。';

const mistakes: Readonly<Record<string, MistakeWords>> = {
  DUPLICATE_KEY: { what: '这个键在同一层里已经写过', fix: '删去其中一个，或改成别的键。' },
  TAB_AS_INDENT: { what: '这一行用制表符（Tab）缩进', fix: '把制表符换成空格。' },
  MISSING_CHAR: { what: '这里开始的引号或括号没有关闭', fix: closeIt },
  BAD_INDENT: { what: '这里缩进不对，或者括号没有关闭', fix: `${closeIt}${indentIt}` },
  COMMENT_IN_FLOW: {
    what: '空格加 # 之后的文字被当成了注释，前面的括号因此没有关闭',
    fix: '# 是文字就给这个值加双引号，如 measure: "处理工单 #12"；是注释就移到上一行，单独成行。',
  },
  BLOCK_AS_IMPLICIT_KEY: { what: '这里的值里又出现了“冒号加空格”，或下一行缩进太深', fix: `${quoteIt}${indentIt}` },
  MULTILINE_IMPLICIT_KEY: { what: '从这里起的几行读不成“键: 值”', fix: `${keyForm}${indentIt}` },
  BLOCK_IN_FLOW: {
    what: '方括号或花括号里写了分行的列表',
    fix: '括号里用逗号隔开各项，或去掉括号、每行一项以 - 开头。',
  },
  BAD_SCALAR_START: { what: '值不能以这个符号开头', fix: quoteIt },
  BAD_DQ_ESCAPE: { what: '双引号里的反斜杠 \\ 后面跟了不认识的字符', fix: '反斜杠写成 \\\\，或改用单引号。' },
  BAD_ALIAS: { what: '以 * 开头的值被当成了对别处的引用，而那里没有', fix: quoteIt },
  MULTIPLE_ANCHORS: { what: '以 & 开头的值被当成了记号', fix: quoteIt },
  ANCHOR: { what: '以 & 开头的值被当成了记号，数据部分不能用记号和引用', fix: `把重复的内容写全；要不然，${quoteIt}` },
  TAG_RESOLVE_FAILED: { what: '以 ! 开头的值被当成了类型标记', fix: quoteIt },
  MULTIPLE_DOCS: { what: '数据部分中间出现了单独一行的 ... 或 ---', fix: '删去这一行；数据部分只有一段。' },
  BLOCK_HEADER: { what: '以 > 或 | 开头的值被当成了多行文字的记号', fix: `大于写成 ≥ 或 ＞；要不然，${quoteIt}` },
  UNEXPECTED_TOKEN: { what: '从这里起读不下去', fix: `值里有引号、# 或以 > | * 开头时，${quoteIt}${keyForm}` },
};

/** Well-formed, and more than is read. */
const overLimits: Readonly<Record<string, MistakeWords>> = {
  TOO_DEEP: { what: '数据部分的层次太深', fix: '照现有计划的写法，列表里不再套列表。' },
  TOO_LONG: { what: '数据部分超过 20 万字', fix: '把计划分成几份；正文写在数据部分之后。' },
  TOO_MANY: { what: '数据部分超过 5000 个值', fix: '把计划分成几份。' },
  VALUE_TOO_LONG: { what: '一个值超过 5 万字', fix: '删减它；长的内容写在正文里。' },
};

/** What is said of an error by its code, where it is about an amount. */
export function overLimitWords(code: string): MistakeWords | undefined {
  return Object.hasOwn(overLimits, code) ? overLimits[code] : undefined;
}

/** Words for one of the error codes of the YAML parser; of a rare one, with the parser's own message. */
export function yamlWords(code: string, message: string): MistakeWords {
  return mistakes[code] ?? { what: `这里的 YAML 读不下去（${message}）`, fix: `${quoteIt}${indentIt}` };
}
