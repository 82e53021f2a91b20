import { z } from 'zod';

/** Name of a field, by which values are kept. */
export const fieldNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .describe('稳定的英文名：小写字母、数字和连字符，如 satisfaction-target；改标签时它不变');
const label = z
  .string()
  .min(1)
  .max(30)
  .regex(/^[^【】\n]+$/)
  .describe('标签：正文里写在【】中的名字，一份计划内不得重复');

/** What every field has, whatever its kind. */
const common = {
  name: fieldNameSchema,
  label,
  hint: z.string().min(1).optional().describe('填写提示：填什么、从哪里取数'),
  required: z.boolean().optional().describe('是否必填；缺省为否'),
};

/** What each kind holds, in one line: an editor shows it beside the kind, the guide above its example. */
export const fieldKindNotes = {
  text: '短文本：一个名称、一句话，排在一行里',
  longtext: '长文本：几句话，可以分行',
  number: '数字：可以有小数，带单位',
  integer: '整数：人数、件数、天数，带单位',
  percent: '百分比：填 85 就是 85%',
  money: '金额：单位缺省为元，可以写万元',
  date: '日期：年月日，按公文写法排成 2027年1月5日',
  month: '月份：年和月',
  choice: '选项：从列出的几项里选一项',
  computed: '自动计算：由别的填写项算出，不用填，也不会填错',
} as const;

const scalar = z.union([z.string(), z.number()]);

/** A day. YAML readers turn an unquoted 2027-01-05 into a Date: both forms are one here. */
export const daySchema = z.union([z.iso.date(), z.date().transform((date) => date.toISOString().slice(0, 10))]);

function textual<K extends 'text' | 'longtext'>(kind: K) {
  return z.strictObject({
    ...common,
    kind: z.literal(kind).describe(fieldKindNotes[kind]),
    default: scalar.optional().describe('预填的内容，可改'),
    example: scalar.optional().describe('示例，用于“填入示例”'),
    maxLength: z.int().positive().optional().describe('最多字数'),
  });
}

function numeric<K extends 'number' | 'integer' | 'percent' | 'money'>(kind: K) {
  return z.strictObject({
    ...common,
    kind: z.literal(kind).describe(fieldKindNotes[kind]),
    unit: z.string().min(1).max(12).optional().describe('单位，如 万元、人、次；percent 固定为 %，money 缺省为 元'),
    min: z.number().optional().describe('最小值（含）'),
    max: z.number().optional().describe('最大值（含）'),
    decimals: z.int().min(0).max(6).optional().describe('小数位数；integer 固定为 0'),
    default: z.number().optional().describe('预填的数字，可改'),
    example: z.number().optional().describe('示例数字'),
  });
}

function dated<K extends 'date' | 'month'>(kind: K) {
  const form = kind === 'date' ? daySchema : z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
  return z.strictObject({
    ...common,
    kind: z.literal(kind).describe(fieldKindNotes[kind]),
    default: form.optional().describe(kind === 'date' ? '预填日期 YYYY-MM-DD' : '预填月份 YYYY-MM'),
    example: form.optional().describe(kind === 'date' ? '示例日期 YYYY-MM-DD' : '示例月份 YYYY-MM'),
  });
}

const choice = z.strictObject({
  ...common,
  kind: z.literal('choice').describe(fieldKindNotes.choice),
  options: z.array(z.string().min(1)).min(2).describe('可选项，至少两个'),
  default: z.string().optional().describe('预选项，须在 options 中'),
  example: z.string().optional().describe('示例选项，须在 options 中'),
});

/** Operations of a computed field. Each takes names of fields, or plain numbers. */
const operationSchema = z
  .enum(['growth', 'sum', 'difference', 'product', 'quotient', 'share'])
  .describe('运算：growth 增长率(今,昔)、sum 合计、difference 差、product 积、quotient 商、share 占比(部分,全体)');
export type Operation = z.infer<typeof operationSchema>;

const operand = z.union([fieldNameSchema, z.number()]).describe('数值填写项的 name，或一个数字');

const computed = z.strictObject({
  ...common,
  kind: z.literal('computed').describe(fieldKindNotes.computed),
  compute: z
    .strictObject({ op: operationSchema, of: z.array(operand).min(2).describe('参与运算的填写项或数字，按次序') })
    .describe('计算方法'),
  unit: z.string().min(1).max(12).optional().describe('单位；growth 和 share 固定为 %'),
  decimals: z.int().min(0).max(6).optional().describe('小数位数，缺省 1'),
});

export const fieldSchema = z
  .discriminatedUnion('kind', [
    textual('text'),
    textual('longtext'),
    numeric('number'),
    numeric('integer'),
    numeric('percent'),
    numeric('money'),
    dated('date'),
    dated('month'),
    choice,
    computed,
  ])
  .describe('填写项：计划里的一个空，有类型');

export type FieldInput = z.input<typeof fieldSchema>;
/** A typed blank of a plan. */
export type Field = z.output<typeof fieldSchema>;
export type FieldKind = Field['kind'];
export type ComputedField = Extract<Field, { kind: 'computed' }>;
export type NumericField = Extract<Field, { kind: 'number' | 'integer' | 'percent' | 'money' }>;

export const fieldKinds = [
  'text',
  'longtext',
  'number',
  'integer',
  'percent',
  'money',
  'date',
  'month',
  'choice',
  'computed',
] as const satisfies readonly FieldKind[];

export const fieldKindTitles: Readonly<Record<FieldKind, string>> = {
  text: '短文本',
  longtext: '长文本',
  number: '数字',
  integer: '整数',
  percent: '百分比',
  money: '金额',
  date: '日期',
  month: '月份',
  choice: '选项',
  computed: '自动计算',
};

/** Fields that every plan has without declaring them. */
export const baseFields: readonly Field[] = [
  { name: 'organization', label: '单位名称', kind: 'text', hint: '计划所属单位的全称', example: '本单位' },
  { name: 'year', label: '年度', kind: 'integer', hint: '计划所属年度，四位数字', min: 2000, max: 2100, example: 2027 },
  {
    name: 'start',
    label: '起始日期',
    kind: 'date',
    hint: '计划开始的那一天；任务的时限都从它算起',
    example: '2027-01-01',
  },
  { name: 'author', label: '编制人', kind: 'text', hint: '起草这份计划的人', example: '张静' },
  { name: 'written', label: '编制日期', kind: 'date', hint: '计划定稿的日期', example: '2026-12-20' },
];
