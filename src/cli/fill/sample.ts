import { Document, Pair, Scalar, YAMLMap } from 'yaml';
import { type Field, fieldKindTitles } from '../../model/field.ts';
import type { Plan } from '../../model/plan.ts';
import { unitOf } from '../../model/unit.ts';
import { type Value, formatValue } from '../../model/value.ts';

type Entry = Pair<Scalar, Scalar | YAMLMap>;

/** A values file to start from: every field by its label, with hint and example as a comment, defaults filled in. */
export function sampleValues(plan: Plan): string {
  const fields = plan.fields.filter(({ kind }) => kind !== 'computed');
  const people = section(
    'people',
    plan.roles.map(({ name, duty }) => entry(name, null, duty)),
  );
  people.key.commentBefore = ' 岗位由谁担任；写了姓名，文件里岗位后面就带上。';
  const content = new YAMLMap<Scalar, Scalar | YAMLMap>();
  content.items = [entry('plan', plan.slug), section('values', fields.map(fieldEntry)), people];
  const document = new Document(content);
  document.commentBefore = [
    ` ${oneLine(plan.title)}的填写项。填好后运行：`,
    `   npm run plan -- fill ${plan.slug} --values 这个文件`,
    ' 空着的在文件里留空，供手写；带 # 的行是说明。',
  ].join('\n');
  return document.toString({ lineWidth: 0, nullStr: '' });
}

function section(name: string, entries: Entry[]): Entry {
  const map = new YAMLMap<Scalar, Scalar | YAMLMap>();
  map.items = entries;
  const key = new Scalar(name);
  key.spaceBefore = true;
  return new Pair(key, map);
}

function entry(name: string, value: Value | null, comment?: string): Entry {
  const key = new Scalar(name);
  if (comment !== undefined) key.commentBefore = ` ${oneLine(comment)}`;
  return new Pair(key, new Scalar(value));
}

function fieldEntry(field: Field): Entry {
  if (field.kind === 'computed') return entry(field.label, null);
  const example = field.example === undefined ? [] : [`示例：${formatValue(field, field.example)}`];
  const told = [field.hint, limitsOf(field), ...example].flatMap((text) =>
    text === undefined || text === '' ? [] : oneLine(text),
  );
  const unit = unitOf(field);
  const kind = `${fieldKindTitles[field.kind]}${unit === '' ? '' : `，${unit}`}${field.required === true ? '，必填' : ''}`;
  return entry(field.label, field.default ?? null, [kind, ...told].join('。'));
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

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/。$/u, '');
}
