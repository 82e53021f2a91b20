/** What people write around the figure of a target. Words are those of a text in plain width (`plain-width.ts`). */

/** How a measured value is compared with its target. `≈` is met nearby. */
export type Comparison = '≥' | '>' | '≤' | '<' | '=' | '≈';

/** What words in front of a figure say. */
export interface Lead {
  readonly comparison?: Comparison;
  /** The comparison stands whatever follows the figure; without it, 以上 or 以内 behind the figure decides. */
  readonly firm?: true;
  readonly change?: 'up' | 'down';
  readonly rank?: true;
}

const leads = new Map<string, Lead>();

function say(words: string, lead: Lead): void {
  for (const word of words.split(' ')) leads.set(word, lead);
}

say('≥ ≧ ⩾ >= => 不低于 不少于 不小于 不下于 不短于 不得低于 不得少于 不得小于 至少 最少 最低 起码', {
  comparison: '≥',
  firm: true,
});
say(
  '≤ ≦ ⩽ <= =< 不高于 不超过 不大于 不多于 不长于 不超 不得高于 不得超过 不得大于 不得多于 至多 最多 最高 最大 最长',
  {
    comparison: '≤',
    firm: true,
  },
);
say('不迟于 不晚于 上限 限', { comparison: '≤', firm: true });
say('> 高于 大于 多于 超过 超 突破 优于', { comparison: '>', firm: true });
say('< 低于 小于 少于 短于 不足 不到 未满 不满', { comparison: '<', firm: true });
say('= 等于 正好 恰好', { comparison: '=', firm: true });
say('≈ 约 大约 约为 大致 近 将近', { comparison: '≈', firm: true });
say('达到 达至 达 完成 实现 下限 提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 上升到 增至', {
  comparison: '≥',
});
say('控制在 控制到 控制 限制在 降到 降至 降低到 降低至 下降到 下降至 减少到 减少至 减至 压降到 压降至 压减到 压减至', {
  comparison: '≤',
});
say('压缩到 压缩至 缩短到 缩短至', { comparison: '≤' });
say('保持在 维持在 稳定在 保持 维持 稳定 为 力争 确保 保证 争取 努力 应 须', {});
say('下降 降低 减少 压降 压减 压缩 缩短 下调 削减 ↓ 降 减', { change: 'down' });
say('提高 提升 增长 增加 上升 上调 ↑ 增 升 上涨', { change: 'up' });
say(
  '同比 环比 较上年同期 比上年同期 较去年同期 比去年同期 较上年 比上年 较去年 比去年 较上期 比上期 较上季度 较上月',
  {},
);
say('较上季 较基线 较基数 逐年 逐季 逐月 分别', {});
say('前', { comparison: '≤', rank: true });
say('第', { comparison: '=', rank: true });
say(
  '人均 户均 店均 单均 车均 台均 次均 班均 日均 周均 月均 季均 年均 平均 全年 全季 全月 全期 年度 季度 年内 季内 月内 期内',
  {},
);
say(
  '当年 当季 当月 当日 本年 本季 本月 上半年 下半年 年末 年底 季末 月末 期末 累计 合计 总计 共计 共 各 新增 净增',
  {},
);

const each =
  '每(?:一|个)?(?:半年|季度|班组|片区|网点|部门|项目|[人年季月周天日班户店次单车台笔起件场期组百千万]){1,2}[末内]?';

/** One of the words that may stand before a figure. */
export const leadPattern = new RegExp(`${each}|${alternatives([...leads.keys()])}`, 'uy');

/** What a word before a figure says; nothing for one that only says of what the figure is, such as 每月. */
export function leadOf(word: string): Lead {
  return leads.get(word) ?? {};
}

const closings: Readonly<Record<string, Comparison>> = {
  ...Object.fromEntries(['以上', '之上', '往上', '或更高', '或更多', '+'].map((word) => [word, '≥'])),
  ...Object.fromEntries(['以内', '之内', '内', '以下', '之下', '为限', '封顶'].map((word) => [word, '≤'])),
  ...Object.fromEntries(['左右', '上下', '前后'].map((word) => [word, '≈'])),
};

/** The end of a target behind its unit: how it is compared, and that it is done. */
export const closingPattern = new RegExp(
  `^\\s*(?:(?:\\(含\\))?\\s*(?:及|或|和)?(${alternatives(Object.keys(closings))})(?:\\(含\\))?|\\(含\\))?\\s*` +
    '(?:全部|按期|按时|一次)?(?:完成|达标|合格|通过|到位|覆盖|落实|达成|办结|闭环|整改|答复|反馈|响应|送达|回访)?$',
  'u',
);

export function closingComparison(word: string | undefined): Comparison | undefined {
  return word === undefined ? undefined : closings[word];
}

/** What is counted, and shall not be: 零投诉, 无重大事故. */
export const zeroPattern =
  /^(零|无|没有|未发生|不发生|未出现|不出现|杜绝|0)\s*((?!\p{Script=Han}*(?:以[上内下]|左右|明显|显著|下降|上升|提升|提高|增长|减少))\p{Script=Han}{2,10})$/u;

/** Words for a change to a multiple of what was before. */
export const fixedChanges: ReadonlyMap<string, readonly ['up' | 'down', left: number, right: number]> = new Map([
  ['翻番', ['up', 2, 1]],
  ['翻一番', ['up', 2, 1]],
  ['翻两番', ['up', 4, 1]],
  ['减半', ['down', 1, 2]],
]);

const grades = '[A-E]{1,3}[+-]?级?|[一二三四五六甲乙丙丁特1-6](?:级|等|星级?)';
const done =
  '通过|合格|完成|达标|优秀|优良|优|良好|良|及格|持平|到位|落实|达成|办结|闭环|上线|投用|投产|交付|取证|覆盖|全覆盖|建成|有效|' +
  '在岗|持证|归档|不下降|不降低|不减少|不上升|不增加|只增不减|只减不增|零增长|扭亏|扭亏为盈';
const manner =
  '全部|全面|按期|按时|如期|准时|一次性?|基本|年内|期内|当年|当期|顺利|验收|考核|审核|评审|评价|评定为?|评为|检查|测评|考试|鉴定|' +
  '认证|年检|复审|整改|均|已|达到|力争|确保|保持';
const day =
  '(?:(?:\\d{4}|【[^【】]+】)年)?(?:\\d{1,2}月(?:\\d{1,2}日|上旬|中旬|下旬|底|末)?|[一二三四1-4]季度[末底]?|[上下]半年|[年季月][底末])';
const clock = '\\d{1,2}:[0-5]\\d';

/** A target that is reached or not: 通过, 全部完成, 良好及以上, 6月底前上线, 9:00–18:00, 7×24小时. */
export const statePattern = new RegExp(
  `^(?:(?:${manner})*(?:${done}|${grades})(?:标准|水平|等级|等次)?(?:(?:及|或)?以上)?|` +
    `${day}(?:(?:以|之)?(?:前|内)(?:全部)?(?:${done})?|(?:全部)?(?:${done}))|` +
    `${clock}(?:[–—―~至到-]${clock}|(?:之|以)?[前后])|\\d+[×xX*]\\d+(?:小时|天)?)$`,
  'u',
);

function alternatives(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[+*]/g, '\\$&'))
    .join('|');
}
