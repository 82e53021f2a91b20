import { fieldByLabel, toPlanFields } from '../../model/plan.ts';
import { fieldKindTitles } from '../../model/field.ts';
import { nearest } from '../../model/nearest.ts';
import { isShare } from '../../model/shelf/share.ts';
import {
  needsUnit,
  parseTarget,
  printTarget,
  targetLabels,
  targetUnit as writtenUnit,
} from '../../model/target/target.ts';
import { isNumeric, unitOf } from '../../model/unit.ts';
import type { RuleCode } from '../catalogue.ts';
import type { Finding } from '../entry.ts';
import type { Rule, RuleInput } from '../rule.ts';

/** Each KPI says its unit, how it is measured, how often, and who answers for it. */
export const kpisComplete: Rule = (input) => {
  const { entry } = input;
  return (entry.kpis ?? []).flatMap((kpi, i) => {
    const lacks = (code: RuleCode, what: string, fix: string): Finding =>
      lacking(input, ['kpis', i], code, `指标“${kpi.name}”${what}`, fix);
    const found: Finding[] = [];
    if (kpi.unit === undefined && targetUnit(entry, kpi.target) === '') {
      found.push(lacks('kpi-unit', '没有单位', '在 target 里写上单位，如 ≥4 次，或加 unit。'));
    }
    if (kpi.source === undefined)
      found.push(lacks('kpi-source', '没有口径与数据来源', '加 source：怎么算、从哪张表取数。'));
    if (kpi.owner === undefined) found.push(lacks('kpi-owner', '没有责任岗位', '加 owner：roles 中的一个岗位。'));
    if (kpi.cycle === undefined) found.push(lacks('kpi-cycle', '没有统计周期', '加 cycle，如 month。'));
    return found;
  });
};

function targetUnit(entry: RuleInput['entry'], source: string): string {
  const target = parseTarget(source);
  if (target === undefined || !needsUnit(target)) return '?';
  const written = writtenUnit(target);
  if (written !== '') return written;
  const fields = { fields: toPlanFields(entry.fields ?? []) };
  const [label] = targetLabels(target);
  if (label === undefined) return '';
  const field = fieldByLabel(fields, label);
  // A blank that no field declares, or one that holds no number, is a problem of its own.
  return field === undefined || !isNumeric(field) ? '?' : unitOf(field);
}

/** A target or baseline that names a field names one that holds a number. */
export const targetsNumeric: Rule = ({ entry, frontMatter }) => {
  if (entry.fields === undefined) return [];
  const fields = toPlanFields(entry.fields);
  return (entry.kpis ?? []).flatMap((kpi, i) =>
    (['baseline', 'target'] as const).flatMap((key) => {
      const target = parseTarget(kpi[key] ?? '');
      const named =
        target === undefined ? [] : targetLabels(target).flatMap((label) => fieldByLabel({ fields }, label) ?? []);
      return named.flatMap((field): Finding[] => {
        if (isNumeric(field)) return [];
        const what = `指标“${kpi.name}”的 ${key} 用了【${field.label}】，它是${fieldKindTitles[field.kind]}，不是数字`;
        const fix = `换一个数值填写项，或者把【${field.label}】的 kind 改为 number、integer、percent 或 money。`;
        return [{ code: 'kpi-target', position: frontMatter.positionOf(['kpis', i, key]), what, fix }];
      });
    }),
  );
};

/** A share of something is no more than all of it. */
export const sharesWithinWhole: Rule = ({ entry, frontMatter }) =>
  (entry.kpis ?? []).flatMap((kpi, i) =>
    (['baseline', 'target'] as const).flatMap((key): Finding[] => {
      const target = parseTarget(kpi[key] ?? '');
      if (target?.kind !== 'single' || target.change !== undefined || !isShare(kpi.name)) return [];
      const { figure, unit } = target;
      const percent = unit === '%' || (unit === '' && kpi.unit === '%');
      if (figure.kind !== 'number' || !percent || figure.value <= 100) return [];
      const what = `指标“${kpi.name}”的 ${key} ${printTarget(target)} 超过 100%，而它是全体中的一部分`;
      const position = frontMatter.positionOf(['kpis', i, key]);
      return [
        {
          code: 'share-over-whole',
          position,
          what,
          fix: '改成不超过 100% 的数，或者给指标换一个名字，如增长率、完成率。',
        },
      ];
    }),
  );

/** Every KPI has a weight, and the weights add up to 100. */
export const kpiWeights: Rule = ({ entry, frontMatter }) => {
  const kpis = entry.kpis ?? [];
  const weights = kpis.flatMap(({ weight }) => weight ?? []);
  const total = Number(weights.reduce((a, b) => a + b, 0).toFixed(6));
  if (kpis.length === 0 || (total === 100 && weights.length === kpis.length)) return [];
  const without = kpis.length - weights.length;
  return [
    {
      code: 'kpi-weights',
      position: frontMatter.positionOf(['kpis']),
      what: `权重合计 ${total}${without === 0 ? '' : `，另有 ${without} 项没有权重`}`,
      fix: '调整各项 weight，使合计为 100。',
    },
  ];
};

/** Each task says who, by when or how often, and what counts as done. */
export const tasksComplete: Rule = (input) =>
  (input.entry.tasks ?? []).flatMap((task, i) => {
    const lacks = (code: RuleCode, what: string, fix: string): Finding =>
      lacking(input, ['tasks', i], code, `任务“${task.name}”${what}`, fix);
    const found: Finding[] = [];
    if (task.owner === undefined) found.push(lacks('task-owner', '没有责任岗位', '加 owner：roles 中的一个岗位。'));
    if (task.due === undefined && task.every === undefined) {
      found.push(lacks('task-time', '没有时限或频次', '加 due（如 +3m）或 every（如 month）。'));
    }
    if (task.standard === undefined)
      found.push(lacks('task-standard', '没有考核标准', '加 standard：做到什么算完成。'));
    return found;
  });

function lacking(
  { frontMatter }: RuleInput,
  path: readonly PropertyKey[],
  code: RuleCode,
  what: string,
  fix: string,
): Finding {
  return { code, position: frontMatter.positionOf(path), what, fix };
}

/** Everyone responsible for something holds a role of this plan. */
export const ownersKnown: Rule = ({ entry, frontMatter }) => {
  const posts = entry.roles?.map(({ name }) => name);
  if (posts === undefined) return [];
  return namedPosts(entry).flatMap(([path, post]): Finding[] => {
    if (posts.includes(post)) return [];
    const meant = nearest(post, posts);
    return [
      {
        code: 'owner-unknown',
        position: frontMatter.positionOf(path),
        what: `岗位“${post}”没有列在 roles 中`,
        fix:
          meant === undefined
            ? `在 roles 中加上：- name: ${post}`
            : `是否要写“${meant}”？否则在 roles 中加上 ${post}。`,
      },
    ];
  });
};

function namedPosts({
  kpis = [],
  tasks = [],
  risks = [],
  reviews = [],
}: RuleInput['entry']): [PropertyKey[], string][] {
  const owners = Object.entries({ kpis, tasks, risks }).flatMap(([part, items]) =>
    items.flatMap(({ owner }, i): [PropertyKey[], string][] =>
      owner === undefined ? [] : [[[part, i, 'owner'], owner]],
    ),
  );
  const helpers = tasks.flatMap((task, i) =>
    (task.with ?? []).map((post, j): [PropertyKey[], string] => [['tasks', i, 'with', j], post]),
  );
  const reporters = reviews.map(({ by }, i): [PropertyKey[], string] => [['reviews', i, 'by'], by]);
  return [...owners, ...helpers, ...reporters];
}
