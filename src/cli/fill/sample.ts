import { stringify } from 'yaml';
import { type Field, fieldKindTitles } from '../../model/field.ts';
import type { Plan } from '../../model/plan.ts';
import { unitOf } from '../../model/unit.ts';
import { formatValue } from '../../model/value.ts';

/** A values file to start from: every field by its label, with hint and example as a comment, defaults filled in. */
export function sampleValues(plan: Plan): string {
  const fields = plan.fields.filter(({ kind }) => kind !== 'computed');
  return [
    `# ${plan.title}的填写项。填好后运行：`,
    `#   npm run plan -- fill ${plan.slug} --values 这个文件`,
    '# 空着的在文件里留空，供手写；带 # 的行是说明。',
    `plan: ${plan.slug}`,
    '',
    'values:',
    ...fields.flatMap(fieldLines),
    '',
    '# 岗位由谁担任；写了姓名，文件里岗位后面就带上。',
    'people:',
    ...plan.roles.flatMap(({ name, duty }) => [
      ...(duty === undefined ? [] : [`  # ${oneLine(duty)}`]),
      `  ${key(name)}:`,
    ]),
    '',
  ].join('\n');
}

function fieldLines(field: Field): string[] {
  if (field.kind === 'computed') return [];
  const example = field.example === undefined ? [] : [`示例：${formatValue(field, field.example)}`];
  const limits = limitsOf(field);
  const told = [field.hint, limits, ...example]
    .filter((text) => text !== undefined && text !== '')
    .map((text) => oneLine(text ?? ''));
  const unit = unitOf(field);
  const kind = `${fieldKindTitles[field.kind]}${unit === '' ? '' : `，${unit}`}${field.required === true ? '，必填' : ''}`;
  const value = field.default === undefined ? '' : ` ${stringify(field.default).trimEnd()}`;
  return [`  # ${kind}${told.length === 0 ? '' : `。${told.join('。')}`}`, `  ${key(field.label)}:${value}`];
}

function limitsOf(field: Field): string | undefined {
  switch (field.kind) {
    case 'choice':
      return `可选：${field.options.join('、')}`;
    case 'text':
    case 'longtext':
      return field.maxLength === undefined ? undefined : `不超过 ${field.maxLength} 字`;
    case 'number':
    case 'integer':
    case 'percent':
    case 'money': {
      const { min, max } = field;
      if (min !== undefined && max !== undefined) return `${min} 到 ${max}`;
      if (min !== undefined) return `不小于 ${min}`;
      return max === undefined ? undefined : `不大于 ${max}`;
    }
    default:
      return undefined;
  }
}

function key(name: string): string {
  return stringify(name).trimEnd();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/。$/u, '');
}
