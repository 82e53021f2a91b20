import { z } from 'zod';
import { type Field, baseFields, daySchema, fieldSchema } from './field.ts';
import { periodSchema } from './time/period.ts';
import { budgetSchema, kpiSchema, reviewSchema, riskSchema, roleSchema, taskSchema } from './sections.ts';

export const levelSchema = z
  .enum(['personal', 'team', 'department', 'company'])
  .describe('层级：personal 个人、team 团队、department 部门、company 公司');
export type Level = z.infer<typeof levelSchema>;

export const levelTitles: Readonly<Record<Level, string>> = {
  personal: '个人',
  team: '团队',
  department: '部门',
  company: '公司',
};

/** One key per part of the front matter, so that a part can be checked although another one is wrong. */
export const planShape = {
  /** Title on the shelf: names trade and kind, holds no blank. */
  title: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .regex(/^[^【】]+$/)
    .describe('书架上的标题，不含填写项'),
  /** Title on paper, with blanks: unit, time, content, kind of document. */
  heading: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .optional()
    .describe('纸面标题，可含填写项，如【单位名称】【年度】年客户服务工作计划'),
  summary: z.string().trim().min(10).max(160).describe('一两句话：给谁用、解决什么'),
  /** Key of `content/industries.yaml`. */
  industry: z.string().min(1).describe('行业，content/industries.yaml 中的键'),
  level: levelSchema,
  period: periodSchema,
  source: z
    .strictObject({
      chapter: z
        .union([z.int().positive(), z.string().regex(/^\d+[a-z]?$/)])
        .transform(String)
        .describe('来源章次，如 7 或 13a'),
    })
    .optional()
    .describe('来源'),
  tags: z.array(z.string().trim().min(1).max(12)).max(12).describe('标签，供检索'),
  updated: daySchema.describe('最后修订日期 YYYY-MM-DD'),
  fields: z.array(fieldSchema).max(300).describe('填写项；单位名称、年度、起始日期、编制人、编制日期无需列出'),
  roles: z.array(roleSchema).min(1).max(100).describe('岗位'),
  kpis: z.array(kpiSchema).min(1).max(200).describe('关键指标'),
  tasks: z.array(taskSchema).min(1).max(500).describe('任务'),
  budget: budgetSchema.optional(),
  risks: z.array(riskSchema).max(200).describe('风险与应对'),
  reviews: z.array(reviewSchema).min(1).max(200).describe('检查与复盘'),
  ignore: z
    .array(
      z.strictObject({
        rule: z.string().min(1).describe('规则代码'),
        reason: z.string().trim().min(4).describe('为什么这份计划不适用这条规则'),
      }),
    )
    .optional()
    .describe('在这份计划里关闭的检查规则，须写理由'),
} as const;

/** The front matter of `content/plans/<slug>.mdx`. Serves the collection, the checks and `/schema/plan.schema.json`. */
export const planSchema = z.strictObject(planShape).describe('计划范本的数据部分');

export type PlanInput = z.input<typeof planSchema>;
export type PlanEntry = z.output<typeof planSchema>;

/** A plan ready to be shown: its validated entry, its slug, and all its fields, the base ones first. */
export interface Plan extends Omit<PlanEntry, 'fields'> {
  readonly slug: string;
  readonly fields: readonly Field[];
  readonly heading: string;
}

/** The base fields and the declared ones. Declaring a base field again gives it the plan's own hint or example. */
export function toPlanFields(declared: readonly Field[]): readonly Field[] {
  const names = new Set(declared.map((field) => field.name));
  return [...baseFields.filter((field) => !names.has(field.name)), ...declared];
}

export function toPlan(slug: string, entry: PlanEntry): Plan {
  return {
    ...entry,
    slug,
    fields: toPlanFields(entry.fields),
    heading: entry.heading ?? `【单位名称】【年度】年${entry.title}`,
  };
}

/** The field with a label. */
export function fieldByLabel(plan: Pick<Plan, 'fields'>, label: string): Field | undefined {
  return plan.fields.find((field) => field.label === label);
}
