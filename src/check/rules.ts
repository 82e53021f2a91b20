import type { Rule } from './rule.ts';
import { blanksDeclared, fieldsUsed } from './rules/blanks.ts';
import { budgetAddsUp, budgetUnits, noTotalLines } from './rules/budget.ts';
import { noTextInComments } from './rules/yaml-text.ts';
import { datesExist, yearsPlausible } from './rules/dates.ts';
import {
  kpiWeights,
  kpisComplete,
  ownersKnown,
  sharesWithinWhole,
  targetsNumeric,
  tasksComplete,
} from './rules/duties.ts';
import { noFoldedGaps } from './rules/yaml-text.ts';
import { noExpressions } from './rules/markup.ts';
import { computedFields, fieldLimits, fieldsDistinct } from './rules/fields.ts';
import { charactersPlain, glyphsPresent } from './rules/glyphs.ts';
import { headingsPlain } from './rules/headings.ts';
import { nothingHidden } from './rules/hidden.ts';
import { imagesPresent } from './rules/images.ts';
import { linksLand } from './rules/links.ts';
import { markupPlain } from './rules/markup.ts';
import { marksMeant } from './rules/near-misses.ts';
import { notesMatch } from './rules/notes.ts';
import { componentsKnown, partsPresent } from './rules/plan-parts.ts';
import { ignoresKnown, industryKnown } from './rules/known-names.ts';
import { duesWithinPeriod, tasksEndAfterStart } from './rules/times.ts';
import { tableRowsFit } from './rules/tables.ts';
import { fullWidthPunctuation, noLooseFigures, noPlaceholders } from './rules/wording.ts';

/** Every rule beyond the schema. The order does not matter: problems are sorted by place. */
export const rules: readonly Rule[] = [
  industryKnown,
  fieldsDistinct,
  fieldLimits,
  computedFields,
  blanksDeclared,
  fieldsUsed,
  componentsKnown,
  partsPresent,
  headingsPlain,
  noExpressions,
  kpisComplete,
  targetsNumeric,
  kpiWeights,
  sharesWithinWhole,
  tasksComplete,
  ownersKnown,
  duesWithinPeriod,
  tasksEndAfterStart,
  budgetAddsUp,
  budgetUnits,
  noTotalLines,
  datesExist,
  yearsPlausible,
  noPlaceholders,
  noLooseFigures,
  fullWidthPunctuation,
  noTextInComments,
  noFoldedGaps,
  marksMeant,
  notesMatch,
  tableRowsFit,
  nothingHidden,
  markupPlain,
  linksLand,
  imagesPresent,
  glyphsPresent,
  charactersPlain,
  ignoresKnown,
];
