import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { blankElement, inlineContent } from '../markdown/blank-element.ts';
import type { Field } from '../model/field.ts';
import { rhythmTitles } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Kpi } from '../model/sections.ts';
import { type Figure, type Target, parseTarget } from '../model/target.ts';
import { unitOf } from '../model/unit.ts';
import { planTable, words } from './plan-table.ts';
import { roleLabel } from '../fill/role-label.ts';
import { strings } from './strings.zh.ts';

/** The plan's indicators. Figures stand without their unit, which has a column of its own. */
export function kpiTable(plan: Plan): Element {
  const { fields } = plan;
  const figure = (source: string | undefined, kpi: Kpi): ElementContent[] =>
    source === undefined ? [] : figureContent(source, unitOfKpi(kpi, fields), fields);
  return planTable({
    name: 'kpis',
    caption: strings.kpis.caption,
    rows: plan.kpis,
    columns: [
      { name: 'name', heading: strings.kpis.name, kind: 'header', cell: (kpi) => inlineContent(kpi.name, fields) },
      { name: 'baseline', heading: strings.kpis.baseline, kind: 'figure', cell: (kpi) => figure(kpi.baseline, kpi) },
      { name: 'target', heading: strings.kpis.target, kind: 'figure', cell: (kpi) => figure(kpi.target, kpi) },
      { name: 'unit', heading: strings.kpis.unit, cell: (kpi) => words(unitOfKpi(kpi, fields)) },
      {
        name: 'weight',
        heading: strings.kpis.weight,
        kind: 'figure',
        cell: (kpi) => words(kpi.weight === undefined ? undefined : `${kpi.weight}%`),
      },
      { name: 'source', heading: strings.kpis.source, cell: (kpi) => inlineContent(kpi.source ?? '', fields) },
      { name: 'cycle', heading: strings.kpis.cycle, cell: (kpi) => words(kpi.cycle && rhythmTitles[kpi.cycle]) },
      { name: 'owner', heading: strings.kpis.owner, cell: (kpi) => roleLabel(kpi.owner) },
    ],
  });
}

/** The unit of an indicator: its own, else what its target is written in, else that of the target's field. */
export function unitOfKpi(kpi: Kpi, fields: readonly Field[]): string {
  const target = parseTarget(kpi.target);
  return kpi.unit ?? (target === undefined ? '' : unitOfTarget(target, fields));
}

function unitOfTarget(target: Target, fields: readonly Field[]): string {
  const figure = target.kind === 'single' ? target.figure : target.low;
  const field = figure.kind === 'field' ? fields.find(({ label }) => label === figure.label) : undefined;
  return target.unit === '' && field !== undefined ? unitOf(field) : target.unit;
}

/** A figure is written with its unit only where that is not the column's: a baseline in 元 beside a target in 万元. */
function figureContent(source: string, columnUnit: string, fields: readonly Field[]): ElementContent[] {
  const target = parseTarget(source);
  if (target === undefined) return inlineContent(source, fields);
  const ownUnit = unitOfTarget(target, fields);
  const unit = ownUnit === columnUnit ? [] : words(ownUnit);
  const of = (figure: Figure): ElementContent[] =>
    figure.kind === 'number' ? words(String(figure.value)) : [blankElement(figure.label, fields, { unit: 'without' })];
  if (target.kind === 'range') return [...of(target.low), ...words('–'), ...of(target.high), ...unit];
  if (target.comparison === '=') return [...of(target.figure), ...unit];
  return [h('span', { className: ['whole'] }, [...words(target.comparison), ...of(target.figure)]), ...unit];
}
