import { z } from 'zod';
import { parseOffset } from './time/offset.ts';
import { rhythmSchema } from './time/period.ts';
import { parseTarget } from './target/target.ts';

const prose = (max: number, description: string) => z.string().trim().min(1).max(max).describe(description);
const roleName = prose(30, '岗位名称，须在 roles 中列出');

/** A role named as owner in a plan. */
export const roleSchema = z
  .strictObject({
    name: prose(30, '岗位名称'),
    duty: prose(120, '在本计划中的职责').optional(),
  })
  .describe('岗位');

const target = (description: string) =>
  z
    .string()
    .refine((source) => parseTarget(source) !== undefined, { params: { code: 'kpi-target' } })
    .describe(description);

export const kpiSchema = z
  .strictObject({
    name: prose(40, '指标名称'),
    baseline: z
      .union([z.literal('无'), target('基线')])
      .optional()
      .describe('基线：上期实际，写法同 target；没有上期数据写 无'),
    target: target(
      '目标，按平常写法：≥95%、95 分以上、3 天内、600 万元、3–5 人、下降 5 个百分点、零投诉、验收合格、≥【满意度目标】',
    ),
    unit: prose(12, '单位；写在 target 里或由填写项带出时可省').optional(),
    weight: z.number().positive().max(100).optional().describe('权重，百分点；一份计划合计 100'),
    source: prose(160, '口径与数据来源：怎么算、从哪里取数').optional(),
    cycle: rhythmSchema.optional().describe('统计周期'),
    owner: roleName.optional(),
  })
  .describe('关键指标');
export type Kpi = z.output<typeof kpiSchema>;

const offset = (description: string) =>
  z
    .string()
    .refine((source) => parseOffset(source) !== undefined, { params: { code: 'offset' } })
    .describe(description);

export const taskSchema = z
  .strictObject({
    name: prose(60, '任务名称'),
    measure: prose(300, '措施：具体怎么做').optional(),
    owner: roleName.optional().describe('责任岗位'),
    with: z.array(roleName).min(1).optional().describe('协办岗位'),
    start: offset('开始时间，自起始日期算起，如 +1m；缺省为起始日期').optional(),
    due: offset('完成时限，自起始日期算起，如 +2w、+3m、+45d').optional(),
    every: rhythmSchema.optional(),
    times: z.int().min(1).max(50).optional().describe('每个频次内做几次，缺省 1；如每日两班写 2'),
    standard: prose(200, '考核标准：做到什么算完成').optional(),
  })
  .describe('任务');
export type Task = z.output<typeof taskSchema>;

const amount = z
  .union([z.number().min(0), z.string().regex(/^【[^【】\n]+】$/)])
  .describe('金额：数字，或一个数值填写项，如【培训费】');

export const budgetSchema = z
  .strictObject({
    unit: prose(6, '金额单位，如 元、万元'),
    total: amount.optional().describe('合计；省略时由各行相加'),
    lines: z
      .array(
        z.strictObject({
          item: prose(40, '费用项目'),
          amount,
          basis: prose(160, '测算依据').optional(),
          when: prose(40, '支出时间').optional(),
        }),
      )
      .min(1)
      .describe('费用明细'),
  })
  .describe('预算');
export type Budget = z.output<typeof budgetSchema>;

const grade = z.enum(['high', 'medium', 'low']);
export type Grade = z.infer<typeof grade>;
export const gradeTitles: Readonly<Record<Grade, string>> = { high: '高', medium: '中', low: '低' };

export const riskSchema = z
  .strictObject({
    risk: prose(120, '风险：可能发生什么'),
    likelihood: grade.describe('可能性：high 高、medium 中、low 低'),
    impact: grade.describe('影响：high 高、medium 中、low 低'),
    signal: prose(120, '预警信号：看到什么就启动应对').optional(),
    response: prose(240, '应对措施'),
    owner: roleName.optional(),
  })
  .describe('风险');

export const reviewSchema = z
  .strictObject({
    name: prose(40, '检查或复盘的名称'),
    every: rhythmSchema.optional(),
    due: offset('一次性检查的时间，自起始日期算起').optional(),
    by: roleName.describe('谁来报告或组织'),
    to: prose(40, '报告对象'),
    what: prose(240, '检查什么、交什么'),
  })
  .describe('检查与复盘');
