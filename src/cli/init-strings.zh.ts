/** What `plan -- init` says and writes. */
export const initStrings = {
  usage: '用法：npm run plan -- init <文件夹> [--name 名称]',
  nameOf: (folder: string) => `${folder}计划书架`.slice(-20),
  badName: (longest: number) => `书架的名称要有 1 到 ${longest} 个字，不含【】和换行；用 --name 写明。`,
  taken: (folder: string) => `${folder} 里已经有文件，没有改动它。请换一个空的或不存在的文件夹。`,
  exampleTitle: '客户服务部年度工作计划',
  done: (folder: string, example: string) =>
    `书架建好了：${folder}\n示例计划：${example}\n下一步：进入这个文件夹，运行 npm ci && npm start。`,
  readme: (name: string) => `# ${name}

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
- 版式：\`templates/\`，一个文件夹一种；书架的名称和界面文字：\`src/components/strings.zh.ts\`。
- 发布：\`.github/workflows/pages.yml\`（GitHub Pages）、\`.gitlab-ci.yml\`（GitLab Pages）、\`.publish/\`（Netlify、Cloudflare Pages、nginx、容器）。不用的删去。
- 升级：用新版的 \`npm run plan -- init\`，以同样的 \`--name\` 在旁边另生成一个书架，把它的 \`src/\`、\`public/\`、\`.config/\`、\`astro.config.mjs\`、\`tsconfig.json\`、\`.npmrc\`、\`package.json\`、\`package-lock.json\` 和自带的版式换过来；改过的地方逐一合并，\`content/\`、自己的版式和本文件留着。然后运行 \`npm ci && npm test && npm run build\`。
`,
} as const;
