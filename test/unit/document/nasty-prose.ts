/** Prose with everything that Markdown and the HTML within it can hold. */
export const nastyProse = {
  'footnotes with lists and tables': `文[^a]又[^条例]再[^a]，尾[^表]。

[^a]: 一

    二

    - 条
    - 款

[^条例]: 指现行的**条例**。[链](https://a.example/?q=甲)

[^表]:

    | 表 |
    | --- |
    | 格 |

    \`\`\`
    码
    \`\`\`

[^c]: 没有人引用
`,
  'notes in notes': `文[^甲]，尾[^乙]。

[^甲]: 一[^丙]

[^乙]: 二

[^丙]: 三[^甲]
`,
  'lists, tight and loose': `- 甲
- 乙

  乙二
- 丙

1. 一
2. 二
   - 二甲
   - 二乙

     二乙二
     1. 深

7. 七
8. 八

- [x] 做完
- [ ] 没做
  - 里面

> 引一
>
> - 引条
>   引续
>
> > 再引
>
> 引二
`,
  pictures: `![流程](../pictures/a.png)

![甲](../pictures/a.png "题")
![乙](../pictures/a.png)

文中![小图](../pictures/a.png)和![](../pictures/a.png)。

- ![条中图](../pictures/a.png)
- 文 ![x](../pictures/a.png)

![无人][无]，![有][图]

[图]: ../pictures/a.png "定义的题"

| 甲 |
| --- |
| ![格中图](../pictures/a.png) |
`,
  folds: `<details>
<summary>考核细则</summary>

逾期一天扣一分。

### 小题

- 条

</details>

<details open><summary>一行</summary>内容**粗**</details>

<div id="块">

段落

</div>

<section>文字</section>

<aside>

> 引

</aside>
`,
  'tables in HTML': `<table>
  <caption>表题</caption>
  <thead>
    <tr><th colspan="2">甲</th><th rowspan="2" align="right">乙</th></tr>
    <tr><th scope="col">丙</th><th scope="col">丁</th></tr>
  </thead>
  <tbody>
    <tr><th scope="row">一</th><td colspan="2">二【年度】</td></tr>
    <tr><td>三</td><td></td><td align="center">**粗**</td></tr>
  </tbody>
</table>
`,
  'words in HTML': `<ruby>字<rt>zi</rt></ruby>，<abbr title="说明">缩写</abbr>，<u>下划</u>，<mark>高亮</mark>，<kbd>Ctrl</kbd>，H<sub>2</sub>O，m<sup>2</sup>，<small>小</small>，<q>引</q>，行<br/>二行，长<wbr/>词，<a href="https://a.example/x">外</a>，<a href="#目标">内</a>，<span lang="en">word</span>，<del>删</del><ins>增</ins>，<b>粗<i>斜</i></b>。

<b>独占一段</b> <i>两个</i>

<dl><dt>词</dt><dd>义</dd><dt>词二</dt><dd>义二</dd></dl>

<ul><li>一</li><li>二<ol start="3"><li>三</li></ol></li></ul>

<h2 id="写明">标题</h2>

<h3>没有名字</h3>

<p>段</p>

<figure><p>图</p><figcaption>题</figcaption></figure>

<pre>一
  二</pre>

<hr/>
`,
  'marks and links': `**粗*斜~~删~~***，\`码 【年度】\`，[外](https://a.example/?q=甲%20乙&b=1 "题")，[内](#目标)，[站](/plans/x/)，https://c.example/路径，a@b.example，[引][定]，\\【不是】，【年度】【没有的】。

[定]: mailto:a@b.example?subject=题

硬换行\\
第二行  
第三行，英文
换行 line
end

***

    缩进码

\`\`\`js
const 一 = 1;

\`\`\`

# 一级

###### 六级

## 目标 \`码\`

## 目标

#### 四级【年度】
`,
  tables: `| 甲 | 乙 | 丙 |
| :-- | :-: | --: |
| 一【年度】 | **二** | 3 |
| a \\| b | \`c\` | [链](https://a.example) |
| 少 |

| 单列 |
| --- |
`,
  'parts of the plan': `<Kpis />

## 措施

<Tasks />

<div>

<Risks />

</div>

<div>

<Budget />

</div>

<Schedule />

<Schedule />

<SignOff />

尾巴。
`,
} as const;
