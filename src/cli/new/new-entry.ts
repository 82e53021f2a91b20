import { stringify } from 'yaml';

/** What a new entry is made of. Dates are `YYYY-MM-DD`. */
export interface NewEntry {
  readonly title: string;
  readonly industry: string;
  readonly updated: string;
}

const quoted = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd();

/**
 * The text of a new entry: it passes the check as it stands, and its comments teach the format. Every sentence in it is
 * there to be replaced.
 */
export function newEntryText({ title, industry, updated }: NewEntry): string {
  return `---
# yaml-language-server: $schema=../../dist/schema/plan.schema.json
# 上一行让编辑器边写边检查、自动补全（先运行一次 npm run build 生成 schema）。
# 写完运行 npm run plan -- check，它会指出每个问题在第几行、怎么改。

title: ${quoted(title)}
# 纸面标题可以含填写项；填写项写成【标签】。
heading: ${quoted(`【单位名称】【年度】年${title}`)}
summary: 用一两句话说清这份计划给谁用、解决什么问题。
industry: ${industry} # content/industries.yaml 中的键
level: department # personal 个人、team 团队、department 部门、company 公司
period: year # week 周、month 月度、quarter 季度、half-year 半年、year 年度
tags: [新计划]
updated: ${updated}

# 填写项：计划里的每一个空。单位名称、年度、起始日期、编制人、编制日期人人都有，不必列出。
# kind：text longtext number integer percent money date month choice computed
fields:
  - name: satisfaction-last # 英文名，定了就不要改
    label: 上年满意度 # 正文里写【上年满意度】
    kind: percent
    example: 82 # 示例：某个单位的实际数字
    hint: 取上年最后一次满意度测评的结果
  - name: satisfaction-target
    label: 满意度目标
    kind: percent
    default: 85 # 预填：多数单位可以直接采用的数字
    min: 0
    max: 100
    hint: 在上年结果上加 2 到 3 个百分点
  - name: satisfaction-gain
    label: 满意度增幅
    kind: computed # 自动计算：growth sum difference product quotient share
    compute: { op: difference, of: [satisfaction-target, satisfaction-last] }
    unit: 个百分点

# 岗位：下面的 owner、with、by 只能用这里的名字。
roles:
  - name: 客服主管
    duty: 统筹本计划，每月向分管领导报告
  - name: 客服专员
    duty: 办理回访与投诉，登记台账

# 指标：target 按平常写法，如 ≥95%、95 分以上、3 天内、600 万元、3–5 人、零投诉、≥【满意度目标】；权重合计 100。
kpis:
  - name: 客户满意度
    baseline: 【上年满意度】
    target: ≥【满意度目标】
    weight: 60
    source: 半年一次的满意度测评，满意与基本满意的份数除以有效问卷份数
    cycle: half-year
    owner: 客服主管
  - name: 投诉办结时间
    baseline: 无
    target: ≤3 天
    weight: 40
    source: 投诉台账，登记日至客户确认日的平均天数
    cycle: month
    owner: 客服专员

# 任务：写明谁做、什么时候、做到什么算完成。时间从起始日期算起：+45d 天、+2w 周、+3m 月；或写频次 every。
tasks:
  - name: 修订投诉处理流程
    measure: 按受理、转办、回复、回访四步写清时限与表单，报分管领导批准后培训
    owner: 客服主管
    due: +1m
    standard: 流程与四张表单印发，全员测试合格
  - name: 投诉回访
    measure: 办结后次日回访，未满意的当天重新转办
    owner: 客服专员
    with: [客服主管]
    every: day
    standard: 台账无漏登，办结件全部回访

# 预算（不花钱的计划删去这一段和正文里的 <Budget />）。
budget:
  unit: 元
  lines:
    - item: 满意度测评
      amount: 3000
      basis: 问卷印制与礼品，两次，每次 1500 元
      when: 6 月、12 月

risks:
  - risk: 旺季来电集中，回访拖延
    likelihood: medium # high 高、medium 中、low 低
    impact: medium
    signal: 未回访的办结件超过两天
    response: 主管当日调配其他专员分担
    owner: 客服主管

# 检查与复盘：谁、多久、报告对象什么。
reviews:
  - name: 月度例会
    every: month
    by: 客服主管
    to: 分管领导
    what: 逐项对照指标和任务，交投诉分析一页
---

前言：写清依据、现状和上期的问题。【单位名称】上年满意度为【上年满意度】，本年要达到【满意度目标】，提高【满意度增幅】。

## 工作目标

用一段话说明为什么定这几项指标。

<Kpis />

## 重点措施

标题不写编号，编号由程序生成。每条措施写明做法。

<Tasks />

## 进度安排

<Schedule />

## 保障措施

### 经费预算

<Budget />

## 风险与应对

<Risks />

## 检查与复盘

<Reviews />

<SignOff />
`;
}
