import { licenceKeys, licences, longestName } from '../../model/shelf/shelf-settings.ts';
import type { ShelfAnswers } from './shelf-answers.ts';

function rightsOf({ licence, internal }: ShelfAnswers): string {
  return internal ? '仅供内部使用' : `许可：${licences[licence].title}`;
}

function licenceOfContent({ name, licence, internal }: ShelfAnswers): string {
  const chosen = licences[licence];
  if (internal) return `仅供${name}内部使用，${licences.reserved.title}。`;
  return 'url' in chosen ? `[${chosen.title}](${chosen.url})。` : `© ${name}，${chosen.title}。`;
}

/** What `plan -- init` says and writes. */
export const initStrings = {
  usage: '用法：npm run plan -- init <文件夹> [--name 名称] [--licence 许可] [--internal] [--yes]',
  nameOf: (folder: string) => `${folder.slice(0, longestName - 4)}工作计划`,
  askName: (name: string) => `书架的名称，显示在每一页和 Word 文件里（直接回车：${name}）：`,
  askInternal: '仅供内部使用？不让搜索引擎收录，不写许可（y/N）：',
  askLicence: (list: string) => `公开的计划用什么许可？\n${list}\n写序号或名称（直接回车：1）：`,
  badName: (reason: string) => `书架的名称${reason}；用 --name 写明。`,
  badYes: '请回答 y 或 n。',
  badLicence: (given: string, meant: string | undefined, known: readonly string[]) =>
    `没有许可 ${given}${meant === undefined ? '' : `，是否要写 ${meant}`}？可用的许可：${known.join('、')}。`,
  internalLicence: '--internal 是仅供内部使用，不能同时用 --licence 公开授权。请只写其中一个。',
  shelfComment: [
    ' 书架的名称和许可：写在每一页、订阅和 Word 文件里。还可以写：',
    ' tagline: 首页的大标题',
    ' description: 给搜索引擎和分享链接看的一句话',
    ' owner: 权利人，如公司全称；没有写就是书架的名称',
    ` licence：${licenceKeys.join('、')}；reserved 是保留所有权利`,
    ' internal：true 仅供内部使用，不让搜索引擎收录，也不写许可',
  ].join('\n'),
  taken: (folder: string) => `${folder} 里已经有文件，没有改动它。请换一个空的或不存在的文件夹。`,
  exampleTitle: '客户服务部年度工作计划',
  done: (folder: string, example: string, answers: ShelfAnswers) =>
    `书架建好了：${folder}\n名称：${answers.name}；${rightsOf(answers)}。要改，编辑 content/shelf.yaml。\n示例计划：${example}\n下一步：进入这个文件夹，运行 npm ci && npm start。`,
  readme: (answers: ShelfAnswers) => `# ${answers.name}

\`\`\`sh
npm ci && npm start     # 安装，生成站点和全部 PDF，打开 http://127.0.0.1:4321/
\`\`\`

- 边写边看：\`npm run dev\`
- 新建一份计划：\`npm run plan -- new <英文名> --title "标题"\`
- 检查全部计划：\`npm run plan -- check\`
- 生成 PDF：\`npm run plan -- pdf\`
- 其他命令：\`npm run plan -- help\`

文件在哪里：

- 计划：\`content/plans/\`，一份一个文件；行业：\`content/industries.yaml\`。
- 书架的名称、说明、许可：\`content/shelf.yaml\`。
- 版式：\`templates/\`，一个文件夹一种；界面文字：\`src/components/strings.zh.ts\`。
- 发布：\`.github/workflows/pages.yml\`（GitHub Pages）、\`.gitlab-ci.yml\`（GitLab Pages）、\`.publish/\`（Netlify、Cloudflare Pages、nginx、容器）。不用的删去。
- 升级：用新版的 \`npm run plan -- init\`，在旁边另生成一个书架，把它的 \`src/\`、\`public/\`、\`.config/\`、\`astro.config.mjs\`、\`tsconfig.json\`、\`.npmrc\`、\`package.json\`、\`package-lock.json\` 和自带的版式换过来；改过的地方逐一合并，\`content/\`、自己的版式和本文件留着。然后运行 \`npm ci && npm test && npm run build\`。

## 许可

- 程序（\`content/\` 以外的文件）：MIT，见 \`LICENSE\`。
- 计划（\`content/\`）：${licenceOfContent(answers)}
`,
} as const;
