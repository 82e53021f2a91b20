import type { Element, ElementContent } from 'hast';
import { blankElement, inlineContent } from '../markdown/blank-element.ts';
import { h } from '../model/element.ts';
import type { Field } from '../model/field.ts';
import { rhythmTitles } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import type { Kpi } from '../model/sections.ts';
import { type Piece, type Target, parseTarget, printTarget, targetLabels, targetUnit } from '../model/target.ts';
import { unitOf } from '../model/unit.ts';
import { planTable, words } from './plan-table.ts';
import { roleLabel } from '../document/role-label.ts';
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

/** The unit that a target is written in, else that of its field; '' for none. */
export function unitOfTarget(target: Target, fields: readonly Field[]): string {
  const unit = targetUnit(target);
  const [label] = unit === '' ? targetLabels(target) : [];
  const field = label === undefined ? undefined : fields.find((candidate) => candidate.label === label);
  return field === undefined ? unit : unitOf(field);
}

/**
 * A target as it is written. A plain figure leaves out the unit that is the column's: ≥95% → ≥95; one in words keeps it,
 * since 下降5 or 95以上 would not be what was written.
 * A field's figure has its unit behind it only where that is not the column's: a baseline in 元 beside a target in 万元.
 */
function figureContent(source: string, columnUnit: string, fields: readonly Field[]): ElementContent[] {
  const target = parseTarget(source);
  if (target === undefined) return inlineContent(source, fields);
  const ownUnit = unitOfTarget(target, fields);
  const written = targetUnit(target) !== '';
  const unit = written || ownUnit === columnUnit ? [] : words(ownUnit);
  const pieces = written && ownUnit === columnUnit ? withoutUnit(target.pieces) : target.pieces;
  const content = pieces.flatMap((piece) => pieceContent(piece, fields));
  if (isShort(target)) return [h('span', { className: ['whole'] }, content), ...unit];
  return isPhrase(target) ? [h('span', { className: ['phrase'] }, content), ...unit] : [...content, ...unit];
}

/** Pieces without the unit at their end, where the rest are figures and signs. */
function withoutUnit(pieces: readonly Piece[]): readonly Piece[] {
  const figures = pieces.slice(0, -1);
  const plain = figures.every(({ kind, text }) => kind === 'figure' || (kind === 'words' && !/\p{L}/u.test(text)));
  if (pieces.at(-1)?.kind !== 'unit' || !plain) return pieces;
  const last = figures.at(-1);
  return last?.kind === 'words' && last.text.trim() === '' ? figures.slice(0, -1) : figures;
}

function pieceContent(piece: Piece, fields: readonly Field[]): ElementContent[] {
  if (piece.kind === 'figure' && piece.figure.kind === 'field')
    return [blankElement(piece.figure.label, fields, { unit: 'without' })];
  return words(piece.text);
}

/** A comparison is not torn from its figure; more words than that may go on in the next line. */
function isShort(target: Target): boolean {
  if (target.kind !== 'single' || target.comparison === '=') return false;
  const [first] = target.pieces;
  return (first?.kind === 'words' && first.text.length <= 3) || printTarget(target).length <= 8;
}

/** More words than a column of figures keeps on one line: 较上年下降不少于 5 个百分点. */
function isPhrase({ pieces }: Target): boolean {
  const words = pieces.filter((piece) => piece.kind !== 'figure' || piece.figure.kind !== 'field');
  return words.reduce((length, { text }) => length + text.length, 0) > 8;
}
