import type { Field } from '../model/field.ts';
import type { Kpi } from '../model/sections.ts';
import { type Piece, type Target, parseTarget, printTarget, targetLabels, targetUnit } from '../model/target/target.ts';
import { unitOf } from '../model/unit.ts';
import { contentOf, words } from './content.ts';
import type { Inline } from './schema.ts';

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
export function kpiFigure(source: string, columnUnit: string, fields: readonly Field[]): Inline[] {
  const target = parseTarget(source);
  if (target === undefined) return contentOf(source);
  const ownUnit = unitOfTarget(target, fields);
  const written = targetUnit(target) !== '';
  const unit = written || ownUnit === columnUnit ? [] : words(ownUnit);
  const pieces = written && ownUnit === columnUnit ? withoutUnit(target.pieces) : target.pieces;
  const content = pieces.flatMap(pieceContent);
  const breaking = isShort(target) ? 'whole' : isPhrase(target) ? 'phrase' : undefined;
  return [...(breaking === undefined ? content : [spanOf(content, breaking)]), ...unit];
}

function spanOf(content: Inline[], breaking: 'whole' | 'phrase'): Inline {
  return { kind: 'span', element: 'span', breaking, content };
}

/** Pieces without the unit at their end, where the rest are figures and signs. */
function withoutUnit(pieces: readonly Piece[]): readonly Piece[] {
  const figures = pieces.slice(0, -1);
  const plain = figures.every(({ kind, text }) => kind === 'figure' || (kind === 'words' && !/\p{L}/u.test(text)));
  if (pieces.at(-1)?.kind !== 'unit' || !plain) return pieces;
  const last = figures.at(-1);
  return last?.kind === 'words' && last.text.trim() === '' ? figures.slice(0, -1) : figures;
}

function pieceContent(piece: Piece): Inline[] {
  if (piece.kind === 'figure' && piece.figure.kind === 'field')
    return [{ kind: 'blank', label: piece.figure.label, unit: 'without' }];
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
  const written = pieces.filter((piece) => piece.kind !== 'figure' || piece.figure.kind !== 'field');
  return written.reduce((length, { text }) => length + text.length, 0) > 8;
}
