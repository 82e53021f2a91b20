import type { PlanComponent } from '../../markdown/plan-components.ts';
import type { Comparison } from '../../model/target/target-words.ts';

/** The writer's guide in zh-CN. What is shown live, and every list of rules and keys, comes from the code itself. */
export const guideWords = {
  title: '写计划指南',
  summary:
    '一份能照着做的计划要写清什么，书架上的文件怎样写，检查按哪些规则来。页上的表格、图和填写项，都由站里的同一套组件从一份真实的范本排出。',
  contents: '本页目录',
  source: '写法',
  result: '效果',
  blank: '空着',
  filled: '填好',
  from: '取自',
  empty: '书架上还没有计划，没有实例可看。先用 npm run plan -- new 建一份。',
  what: {
    id: 'what',
    title: '好计划写清七件事',
    intro:
      '计划是拿来对照的：到期了，谁都能凭它说出哪件做成、哪件没做成。下面七条，每条先列一句常见的空话，再列从一份范本里直接取出、用示例填好的一句。计划的每个部分各管一条，缺了的，检查会报。',
    avoid: '空话',
    write: '写实',
    where: '写在',
    points: {
      target: {
        title: '目标可衡量',
        empty: '进一步提高客户满意度。',
        why: '没有数、没有算法、没有取数的表，期末只能凭印象打分。每项指标写基线、目标、单位、口径和周期，权重合计 100。',
      },
      owner: {
        title: '责任到岗',
        empty: '由相关部门和人员共同落实。',
        why: '人人负责等于没有人负责。责任写到岗位，不写到人：人会调动，岗位不会；用的时候再把姓名填到岗位后面。',
      },
      time: {
        title: '有时限',
        empty: '尽快完成，并长期坚持。',
        why: '一次做完的写完成时限，反复做的写频次。两样都没有的任务，进度图上没有它的位置。',
      },
      standard: {
        title: '能考核',
        empty: '抓好落实，确保取得实效。',
        why: '考核标准写看得见的东西：一份签过字的表、一个比例、一次不合格的后果。',
      },
      review: {
        title: '有检查复盘',
        empty: '适时总结，及时改进。',
        why: '写明谁、多久一次、向谁、带着什么材料报告。检查的日子和任务一样进日历。',
      },
      budget: {
        title: '花钱有依据',
        empty: '保障必要的经费投入。',
        why: '每一笔写数额、测算依据和支出时间；合计由明细相加，对不上就报错。不花钱的计划可以没有这一部分。',
      },
      risk: {
        title: '出岔有准备',
        empty: '加强风险防范意识。',
        why: '先写看到什么信号就动手，再写谁去做什么。没有信号的风险，等发现时已经晚了。',
      },
    },
    /** Each point in a plan's own words; 有时限 of a task done once and one done often. */
    sentences: {
      target: (name: string, baseline: string, target: string, source: string, rhythm: string) =>
        `${name}：上期${baseline}，本期${target}；${source}，${rhythm}统计。`,
      owner: (task: string, owner: string, others: readonly string[]) =>
        `${task}：${owner}负责，${others.join('、')}协办。`,
      time: (tasks: readonly string[]) => `${tasks.join('；')}。`,
      once: (task: string, date: string) => `${task}，${date}前做完`,
      often: (task: string, rhythm: string) => `${task}，${rhythm}做`,
      standard: (task: string, standard: string) => `${task}：${standard}，才算完成。`,
      review: (name: string, rhythm: string, by: string, to: string, what: string) =>
        `${name}：${rhythm}，${by}向${to}报告；${what}。`,
      budget: (item: string, amount: string, basis: string, when: string) =>
        `${item}${amount}：${basis}，${when}支出。`,
      risk: (risk: string, signal: string, response: string, owner: string) =>
        `${risk}。看到：${signal}；就做：${response}。责任岗位：${owner}。`,
    },
  },
  steps: {
    id: 'steps',
    title: '四步写成一份',
    items: [
      {
        title: '新建',
        text: '起一个英文或拼音的文件名，它就是网址。没有写全的选项，终端里会问；已经有的文件不会被覆盖。也可以拿一份相近的范本作底稿。',
      },
      {
        title: '编辑',
        text: '文件分两半：两行 --- 之间是数据，下面是正文。先改指标和任务，再写正文：正文只说明为什么这样定、难点怎样过，不把表里的话再抄一遍。',
      },
      {
        title: '检查',
        text: '一次报出全部问题，每条写明文件、行、列、原因和改法。改到没有错误为止；警告可以留着，但每一条都值得看一眼。',
      },
      {
        title: '预览与打印',
        text: 'dev 边改边看；build 先检查，再生成网页和 PDF，每份 PDF 与原文逐字核对，通过后写入；serve 打开生成好的站点。',
      },
    ],
    newTitle: '新范本的标题',
  },
  file: {
    id: 'file',
    title: '一个文件的样子',
    intro: '下面是一份短范本的骨架：列表只写项数，正文只留开头、标题和组件。',
    keysTitle: '数据部分的键',
    keysIntro: '键名写错会报错，并猜你想写的是哪一个。标“必填”的不能少。',
    required: '必填',
    items: (count: number) => `${count} 项`,
    more: '……',
    groups: {
      roles: '岗位 roles',
      kpis: '指标 kpis',
      tasks: '任务 tasks',
      budget: '预算 budget',
      lines: '预算明细 budget.lines',
      risks: '风险 risks',
      reviews: '检查 reviews',
    },
  },
  fields: {
    id: 'fields',
    title: '填写项',
    intro:
      '读者要改的每一个数、每一个名称都做成填写项，在正文和数据里写成【标签】。同一个标签无论出现几次，只填一次。没有声明的标签会报错，声明了没有用到的会警告；要印一个真的方括号，写 \\【。',
    norms:
      'default 是预填：多数单位可以照用的标准，读者不改也成立。example 是示例：某个单位自己的数，只在“填入示例”时出现。拿不准时用 example：预填的数没有人改，就成了假数。',
    base: '每份计划都自带这些填写项，不必声明；想换提示或示例，按原来的 name、label、kind 再写一遍即可：',
    keysTitle: '填写项的键',
    none: '书架上的计划都没有用到这一类。',
  },
  kpis: {
    id: 'targets',
    title: '指标的目标怎么写',
    intro:
      '按平常的写法写，纸面上照原样印。单位可以写在目标里、由填写项带出，或另写 unit。数字后面只写单位和“以上”“以内”“左右”这类词，别的话写进指标名称或口径。基线（baseline）用同样的写法，没有上期数据写“无”。',
    columns: ['写法', '读作', '单位'],
    comparisons: {
      '≥': '不低于',
      '>': '高于',
      '≤': '不高于',
      '<': '低于',
      '=': '正好',
      '≈': '大约',
    } satisfies Record<Comparison, string>,
    changes: { up: '比原来多，', down: '比原来少，' },
    rank: '名次',
    and: '；同时 ',
    state: (words: string) => `做到“${words}”`,
    count: (of: string) => `${of}数`,
    ratio: (left: number, right: number) => `${left} 比 ${right}`,
    noUnit: '不需要',
    field: (label: string) => `填写项“${label}”的数`,
    range: (low: string, high: string) => `${low} 到 ${high} 之间，两端都算`,
    unit: (unit: string) => (unit === '' ? '由填写项带出' : unit),
  },
  times: {
    id: 'times',
    title: '时间怎么写',
    intro:
      '范本不写死日期：时间从【起始日期】算起，填了起始日期就变成真日期。d 是天，w 是周，m 是月；完成时限指那一段的最后一天。时间不能超出计划周期。',
    columns: (start: string) => ['写法', '没填起始日期时', `起始日期为${start}时`],
    rhythmIntro: '反复做的写频次 every；一个频次内做几次，加 times。',
    rhythmColumns: ['写法', '排成'],
    start: '一项任务从中途开始，加 start，写法与 due 相同；缺省从起始日期开始。',
  },
  components: {
    id: 'components',
    title: '组件',
    intro: '组件在正文里单独占一行，前后各空一行。它不带参数，自己去数据里取。下面各取一份范本开头的几项，用示例填好。',
    notes: {
      Kpis: '单位自成一列，所以表里的数不再带单位；没有一项写基线的，基线列不排。',
      Tasks: '协办、时限、考核标准都从任务里来；时限在填写起始日期以后变成日期。',
      Schedule: '由任务的时间自动画出，数据与任务表相同，横轴随周期而变；后面附文字，读屏软件和黑白打印都读得到。',
      Budget: '没有写 total 的，合计由明细相加；写了而不相等的，检查报错。',
      Risks: '先写信号，再写应对。个人的短计划可以写 risks: []，把应对写进正文。',
      Reviews: '谁组织、多久一次、报告对象、交什么。',
      SignOff: '编制单位、编制人、日期取自填写项，审核与批准留出手签的位置。',
    } satisfies Record<PlanComponent, string>,
  },
  prose: {
    id: 'prose',
    title: '正文的规矩',
    items: [
      '标题从二级（##）写起，不写编号：一、（一）1.（1）由程序统一编，网页、PDF 目录和导出的文档里都一样。',
      '数额、比例、户数这类读者会改的数，都写成填写项。写死的金额和百分比，检查会指出来。',
      '汉字之间用全角标点；汉字与数字之间不加空格。',
      '小于号和花括号在 MDX 里有别的意思，正文里写“低于”“小于”，或者在前面加反斜杠。',
      '表格用 Markdown 的写法，头一行是表头；步骤用有序列表。脚注、图片（要有替代文字）都可以用。',
    ],
  },
  rules: {
    id: 'rules',
    title: '检查的规则',
    intro: (total: number, errors: number) =>
      `共 ${total} 条，其中错误 ${errors} 条、警告 ${total - errors} 条。有错误的计划不能发布；警告不挡发布。下表由检查程序自己的目录生成。`,
    severity: { error: '错误', warning: '警告' },
    optional: { yes: '可以关', no: '不能关' },
    ignoreTitle: '在一份计划里关掉一条规则',
    ignore:
      '有的计划确实不适用某条规则，例如本来就没有措施一节的值班表。在数据部分写 ignore，给出规则代码和理由，只对这一份有效。标“不能关”的规则关系到能不能生成、印出来对不对，写进 ignore 也会报错。',
    ignoreExample: `ignore:
  - rule: prose-figure
    reason: 正文里的 24 小时是行业法规的原文，不随单位而变`,
  },
  editor: {
    id: 'editor',
    title: '让编辑器帮着写',
    paragraphs: [
      '每份计划的第一行注释指向计划的数据格式（JSON Schema）。先运行一次 npm run build，dist/schema/plan.schema.json 就在那里；支持 YAML 语言服务（yaml-language-server）的编辑器会读这行注释，边写边补全键名、列出可选值、在鼠标停留处显示中文说明，并标出写错的地方。',
      '有的编辑器不读 MDX 文件开头的数据部分。这时在 content/plans 下放一个 .yaml 文件，贴入数据部分连同这行注释，写好再贴回 .mdx；书架只收 .mdx，不会把它当成计划。',
      '编辑器只看得出数据的形状。标签有没有声明、权重够不够 100、时间出没出周期，仍要靠检查。',
    ],
    schema: '计划的数据格式',
  },
} as const;
