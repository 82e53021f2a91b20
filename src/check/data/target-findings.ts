/** What is wrong with a target or a baseline, with the nearest form that is read. */
import { fieldSchema } from '../../model/field.ts';
import { parseTarget, readTarget, targetLabels, targetUnit } from '../../model/target/target.ts';
import { unitOf } from '../../model/unit.ts';
import { lastKey, pathName, shown, valueAt } from './schema-words.ts';

type Path = readonly PropertyKey[];
type Words = { what: string; fix: string };

const forms =
  '写上数字或【填写项】、单位和怎么比较，如 ≥95%、95 分以上、3 天内、600 万元、3–5 人、下降 5%、零投诉、验收合格、≥【满意度目标】';

/** A target or baseline that does not parse. */
export function targetWords(path: Path, given: unknown): Words {
  const none = lastKey(path) === 'baseline' ? '；没有上期数据写 无' : '';
  const name = `${pathName(path)} 的“${shown(given)}”`;
  const read = readTarget(String(given));
  if (/^(?:无|没有|暂无|待定)$/u.test(String(given).trim()))
    return {
      what: `${name}看不出要做到什么`,
      fix: '要一件也没有，写成 0 起 或 无投诉；还没有定的，做成填写项，写它的【标签】。',
    };
  const { reason, rest, nearest } = 'fault' in read ? read.fault : { reason: 'form', rest: '' };
  if (nearest === undefined || parseTarget(nearest) === undefined)
    return { what: `${name}读不懂`, fix: `${forms}${none}。` };
  if (reason === 'twice')
    return { what: `${name}比较了两次：前面比过，后面又写“${rest}”`, fix: `留下一处，如 ${nearest}。` };
  return {
    what: `${name}里，“${rest}”不是单位，读不懂`,
    fix: `能读的部分是 ${nearest}；其余的话写进指标的 name 或 source${none}。`,
  };
}

/** A target or baseline that YAML reads as a number: 18, where the unit is missing. */
export function bareNumberWords(path: Path, given: number, content: unknown): Words {
  const key = lastKey(path);
  const kpi = valueAt(content, path.slice(0, -1));
  const unit = unitBeside(kpi, key, content);
  const withUnit =
    unit === '' ? `，如 ${key}: ${given} 件` : `：${key}: ${given}${/^[%‰]/u.test(unit) ? '' : ' '}${unit}`;
  return {
    what: `${pathName(path)} 写成了数字 ${given}，这里要的是文字`,
    fix: `写上单位${withUnit}；单位另写在 unit 里的，加引号：${key}: "${given}"。`,
  };
}

/** The unit of the other figure of an indicator or of its field, or its own; '' where none is known. */
function unitBeside(kpi: unknown, key: string, content: unknown): string {
  const other = valueAt(kpi, [key === 'baseline' ? 'target' : 'baseline']);
  const target = typeof other === 'string' ? parseTarget(other) : undefined;
  const own = valueAt(kpi, ['unit']);
  const [label] = target === undefined ? [] : targetLabels(target);
  const fields = valueAt(content, ['fields']);
  const field: unknown = Array.isArray(fields) ? fields.find((one) => valueAt(one, ['label']) === label) : undefined;
  const parsed = label === undefined ? undefined : fieldSchema.safeParse(field).data;
  return (target && targetUnit(target)) || (parsed && unitOf(parsed)) || (typeof own === 'string' ? own : '');
}
