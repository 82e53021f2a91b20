import { type Command, UsageError } from './command.ts';

/** Commands load when they are asked for: `check` needs no browser, `pdf` no font tables. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  booklet: async () => (await import('./booklet.ts')).booklet,
  check: async () => (await import('./check.ts')).check,
  fill: async () => (await import('./fill.ts')).fill,
  new: async () => (await import('./new.ts')).newPlan,
  'new-template': async () => (await import('./new-template.ts')).newTemplate,
  pdf: async () => (await import('./pdf.ts')).pdf,
  proof: async () => (await import('./proof.ts')).proof,
  serve: async () => (await import('./serve.ts')).serve,
};

const help = `用法：npm run plan -- <命令> [选项]

  check [文件…] [--format text|json|github]   检查计划和版式，指出每个问题的位置和改法
  new <slug> [--from slug] [--title 标题] [--industry 行业]
                                              新建一份计划，或以一份现有的计划为底稿
  new-template <名称> [--from meeting] [--title 中文名]
                                              新建一个自己的版式：信头、字体、版面都在 templates/<名称>/
  pdf [slug…] [--template 版式] [--shard 2/4] [--out 文件夹] [--force] [--local-fonts]
                                              生成 PDF，逐份校验后才放到位；--shard 只做其中一份，分给几台机器
  fill <slug> --values 文件.yaml|json [--template 版式] [--format pdf,docx,xlsx,ics,md,json] [--out 文件或文件夹]
                                              把值填进计划，生成文件；--sample 写出一份待填的值
  fill <slug> --rows 名单.csv [--values 共同的值]
                                              名单每行一套；第一行是填写项的标签或岗位
  booklet <slug…> [--values 文件…] [--title 标题] [--unit 单位] [--date 日期] [--mark 内部资料] [--duplex] [--out 文件或文件夹]
                                              几份计划装订成一册会议材料：封面、目录、隔页，页码连排
  proof <文件.pdf> [--template 版式]           查验一份 PDF：字体、标题、语言、标签；版式有国家标准的，逐项量版面
  serve [--port 端口]                         打开已生成的站点

退出码：0 成功；1 有问题或有文件没有做成；2 命令写错，什么都没有改动。`;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help') {
    console.log(help);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw new UsageError(`没有命令 ${name}。可用的命令：${Object.keys(commands).join('、')}。`);
  const command = await load();
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  return command({ args: rest, root: process.cwd(), signal: stop.signal, print: console.log });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    console.error(error.message);
    process.exitCode = 2;
  } else if (error instanceof Error && error.name === 'AbortError') {
    console.error('已中断，没有留下做了一半的文件。');
    process.exitCode = 130;
  } else {
    throw error;
  }
}
