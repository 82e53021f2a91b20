/** What `plan -- help` says of each command: one place per command. */

export interface CommandHelp {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Ways to call it, without `npm run plan -- `. */
  readonly usage: readonly string[];
  /** Option and what it does. */
  readonly options: readonly (readonly [option: string, does: string])[];
  readonly notes?: readonly string[];
}

export const helpStrings: Readonly<Record<string, CommandHelp>> = {
  build: {
    summary: '生成站点和全部 PDF，放到 dist/',
    usage: ['build [--force]'],
    options: [['--force', '不沿用上一次的页面，全部重新生成']],
    notes: [
      '做完才替换 dist/；中途出错或被中断，dist/ 还是上一次的样子。',
      '环境变量：PLANSHELF_SITE 和 PLANSHELF_BASE 是站点的地址和路径，PLANSHELF_PDF=off 不做 PDF。其余选项与 astro build 相同；不向 Astro 发送使用统计。',
    ],
  },
  dev: {
    summary: '边写边看：保存后页面随即更新',
    usage: ['dev [--port 端口] [--host]'],
    options: [
      ['--port', '默认 4321；被占用时用下一个空着的'],
      ['--host', '也让局域网里的其他机器打开'],
    ],
    notes: ['其余选项与 astro dev 相同；不向 Astro 发送使用统计。'],
  },
  sync: {
    summary: '为编辑器和类型检查写出内容的类型',
    usage: ['sync'],
    options: [],
  },
  types: {
    summary: '检查程序和版式的类型',
    usage: ['types [--watch]'],
    options: [['--watch', '改动后再查，直到按 Ctrl-C']],
  },
  check: {
    summary: '检查计划和版式，指出每个问题的位置和改法',
    usage: ['check [文件或文件夹…] [--format text|json|github]'],
    options: [['--format', 'text 给人看（默认）；json 给程序；github 在 GitHub 的改动旁显示']],
  },
  new: {
    summary: '新建一份计划，或以一份现有的计划为底稿',
    usage: ['new <slug> [--from slug] [--title 标题] [--industry 行业]'],
    options: [
      ['--from', '底稿：一份现有的计划'],
      ['--title', '标题；没有写就在终端里问'],
      ['--industry', 'content/industries.yaml 里的键；没有写就在终端里问'],
    ],
    notes: ['从不覆盖已有的文件。'],
  },
  'new-template': {
    summary: '新建一个自己的版式',
    usage: ['new-template <名称> [--from meeting] [--title 中文名]'],
    options: [
      ['--from', '以哪个版式为底稿；默认 meeting'],
      ['--title', '给人看的名称'],
    ],
    notes: ['信头、字体、版面都在 templates/<名称>/。从不覆盖已有的文件。'],
  },
  init: {
    summary: '在一个新文件夹里开一个自己的书架，附一份示例计划',
    usage: ['init <文件夹> [--name 名称] [--licence 许可] [--internal] [--yes]'],
    options: [
      ['--name', '书架的名称，显示在每一页、订阅和 Word 文件里'],
      ['--licence', '公开的计划用什么许可：reserved（保留所有权利，默认）、CC0-1.0、CC-BY-4.0 等'],
      ['--internal', '仅供内部使用：不让搜索引擎收录，不写许可'],
      ['--yes', '不提问，没有写的按默认'],
    ],
    notes: ['复制程序、版式和发布用的文件，不带本项目的计划和测试。文件夹里已有文件时不执行。'],
  },
  pdf: {
    summary: '生成 PDF，逐份校验通过后写入',
    usage: ['pdf [slug…] [--template 版式 [--option 选项=值]…] [--shard 2/4] [--out 文件夹] [--force] [--local-fonts]'],
    options: [
      ['--template', '只做这个版式'],
      [
        '--option',
        '这个版式的纸张、版边、颜色，如 paper=16k、sheet=fold、notes=on、binding=left、colour=black、crop=on；可以写几次',
      ],
      ['--shard', '只做其中一份，分给几台机器；各份的结果复制到一起，与一次做完逐字节相同'],
      ['--out', '放到哪个文件夹；默认 dist/pdf'],
      ['--force', '没有变化的也重新生成'],
      ['--local-fonts', '版式有规定字体的，本机有就用本机的；这样的 PDF 不留到下一次'],
    ],
    notes: [
      '环境变量：PLANSHELF_CHROMIUM 指定浏览器，PLANSHELF_BROWSER=http://主机:端口 用别处的浏览器，PLANSHELF_CONNECTIONS 同时排几份，SOURCE_DATE_EPOCH 写进 PDF 的日期。',
    ],
  },
  proof: {
    summary: '查验一份 PDF：字体、标题、语言、标签；版式有国家标准的，逐项量版面',
    usage: ['proof <文件.pdf> [--template 版式]'],
    options: [['--template', '按哪个版式量；没有写就只查每份 PDF 都该有的']],
  },
  fill: {
    summary: '把值填进计划，生成文件',
    usage: [
      'fill <slug> --values 文件.yaml|json [--template 版式] [--option 选项=值]… [--format pdf,docx,xlsx,ics,md,json] [--out 文件或文件夹]',
      'fill <slug> --rows 名单.csv [--values 共同的值] …',
      'fill <slug> --sample [--out 文件.yaml]',
    ],
    options: [
      ['--values', '填写项的值'],
      ['--rows', '名单每行一套；第一行是填写项的标签或岗位'],
      ['--sample', '写出一份待填的值'],
      ['--template', '版式，只用于 PDF；DOCX 目前只有 meeting 一种版面'],
      ['--option', '版式的纸张、版边、颜色，如 paper=16k；可以写几次，只用于 PDF'],
      ['--format', '要哪些文件，用逗号隔开'],
      ['--out', '放到哪里'],
    ],
  },
  booklet: {
    summary: '几份计划装订成一册会议材料：封面、目录、隔页，页码连排',
    usage: [
      'booklet <slug[:版式]…> [--template 版式] [--option 选项=值]… [--values 文件…] [--title 标题] [--unit 单位] [--date 日期] [--mark 内部资料] [--duplex] [--local-fonts] [--out 文件或文件夹]',
    ],
    options: [
      ['--template', '没有另外写明的各份用哪个版式'],
      ['--option', '整册的用纸和颜色：sheet=fold 是 A3 对折成册，colour=black 是黑白'],
      ['--values', '填写项的值；可以写几次，一份计划一个文件'],
      ['--title', '封面上的标题'],
      ['--unit', '封面上的单位'],
      ['--date', '封面上的日期'],
      ['--mark', '封面上的标记，如 内部资料'],
      ['--duplex', '双面打印：每份从单数页开始'],
      ['--local-fonts', '公文版式规定的字体，本机有就用本机的；这样的 PDF 不留到下一次'],
      ['--out', '放到哪里'],
      ['--force', '没有变化的也重新生成'],
    ],
    notes: [
      '计划名后面可以写冒号和版式，这一份就用它，如 annual:official、annual:one-page；没有写就用 --template 的，再没有就用会议稿。',
    ],
  },
  serve: {
    summary: '打开已生成的站点',
    usage: ['serve [--port 端口] [--base 路径]'],
    options: [
      ['--port', '默认 4321；被占用时用下一个空着的'],
      ['--base', '站点所在的路径，如 /team/plans/；默认取 PLANSHELF_BASE'],
    ],
  },
};

export const helpWords = {
  usage: '用法：',
  call: 'npm run plan -- ',
  commands: '<命令> [选项]',
  more: '一个命令的全部选项：npm run plan -- help <命令>，或在命令后加 --help。',
  everywhere: [
    ['--help', '显示帮助，不执行'],
    ['--wait', '另一个命令正在这个项目里生成文件时，等它结束再做；没有写就说明情况后退出。等于 PLANSHELF_WAIT=1'],
    ['--verbose', '说出做了什么、为什么重新生成；等于 DEBUG=planshelf'],
  ],
  everywhereTitle: '每个命令都有：',
  exitCodes: `退出码：0 成功；1 有问题或有文件没有做成；2 命令写错，什么都没有改动；130 用 Ctrl-C 中断。`,
  noCommand: (name: string, meant: string | undefined, all: string) =>
    `没有命令 ${name}。${meant === undefined ? '' : `是否要写 ${meant}？`}可用的命令：${all}。`,
  badOption: (mistake: string, all: string) =>
    `${mistake}${all === '' ? '这个命令没有选项。' : `可用的选项：${all}。`}什么都没有做。`,
  noOption: (option: string, meant: string | undefined) =>
    `没有选项 ${option}。${meant === undefined ? '' : `是否要写 ${meant}？`}`,
  optionValue: (option: string) => `选项 ${option} 后面要写一个值，以 - 开头的值写成 ${option}=值。`,
  optionAlone: (option: string) => `选项 ${option} 不带值，删去等号和后面的字。`,
  notHere: (folder: string) => `${folder} 不是计划书架的项目（没有 content/industries.yaml）。请在项目根目录运行。`,
  aborted: '已中断，没有留下做了一半的文件。',
  unexpected: (message: string) =>
    `出错了：${message}\n这是程序没有料到的错误；加 --verbose 再运行一次，可以看到它出在哪里。`,
} as const;
