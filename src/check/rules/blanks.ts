import { labelsIn, splitBlanks } from '../../model/blank.ts';
import { nearest } from '../../model/nearest.ts';
import { toPlanFields } from '../../model/plan.ts';
import { baseFields } from '../../model/field.ts';
import type { Finding } from '../entry.ts';
import type { Rule, RuleInput } from '../rule.ts';

/** Every 【标签】 names a field of the plan. */
export const blanksDeclared: Rule = (input) => {
  const labels = declaredLabels(input);
  return input.spans.flatMap((span) => {
    if (span.path === 'code') return [];
    return splitBlanks(span.value).flatMap((run): Finding[] => {
      if (run.kind !== 'blank') return [];
      if (labels.has(run.label)) return [];
      const meant = nearest(run.label, labels);
      return [
        {
          code: 'blank-undeclared',
          position: span.locate(run.offset),
          what: `【${run.label}】没有在 fields 中声明`,
          fix: `${meant === undefined ? '' : `是否要写【${meant}】？否则`}在 fields 中加一项：- { name: …, label: ${run.label}, kind: text }；只是括号就写 \\【。`,
        },
      ];
    });
  });
};

/** Labels as they are written, also of a field that has something else wrong: one mistake gives one problem. */
function declaredLabels({ entry, strings }: RuleInput): Set<string> {
  const written = strings.filter(({ path }) => path[0] === 'fields' && path[2] === 'label').map(({ value }) => value);
  return new Set([...toPlanFields(entry.fields ?? []).map(({ label }) => label), ...written]);
}

/** Every declared field stands somewhere in the document, or is worked into one that does. */
export const fieldsUsed: Rule = ({ entry, spans, frontMatter }) => {
  const fields = entry.fields ?? [];
  const shown = new Set(spans.filter(({ path }) => path !== 'code').flatMap(({ value }) => labelsIn(value)));
  const operands = new Set(fields.flatMap((field) => (field.kind === 'computed' ? field.compute.of : [])));
  const base = new Set(baseFields.flatMap(({ name, label }) => [name, label]));
  return fields.flatMap(({ name, label }, i): Finding[] =>
    shown.has(label) || operands.has(name) || base.has(name) || base.has(label)
      ? []
      : [
          {
            code: 'field-unused',
            position: frontMatter.positionOf(['fields', i]),
            what: `填写项【${label}】没有用到`,
            fix: `在正文或表格里写上【${label}】，或者删去这一项。`,
          },
        ],
  );
};
