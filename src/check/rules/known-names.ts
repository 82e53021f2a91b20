import { nearest } from '../../model/nearest.ts';
import { catalogue, isRuleCode } from '../catalogue.ts';
import type { Finding } from '../entry.ts';
import type { Rule } from '../rule.ts';

export const industryKnown: Rule = ({ entry, frontMatter }, { industries }) => {
  const { industry } = entry;
  if (industry === undefined || industries.includes(industry)) return [];
  const meant = nearest(industry, industries);
  return [
    {
      code: 'unknown-industry',
      position: frontMatter.positionOf(['industry']),
      what: `未知的行业 ${industry}`,
      fix: `${meant === undefined ? '' : `是否要写 ${meant}？`}可选：${industries.join('、')}；新行业加到 content/industries.yaml。`,
    },
  ];
};

export const ignoresKnown: Rule = ({ entry, frontMatter }) =>
  (entry.ignore ?? []).flatMap(({ rule }, i): Finding[] => {
    const position = frontMatter.positionOf(['ignore', i, 'rule']);
    const optional = Object.entries(catalogue).flatMap(([code, info]) => (info.optional ? [code] : []));
    if (!isRuleCode(rule)) {
      const meant = nearest(rule, optional);
      const fix = meant === undefined ? `可关的规则：${optional.join('、')}。` : `是否要写 ${meant}？`;
      return [{ code: 'ignore-unknown', position, what: `没有规则 ${rule}`, fix }];
    }
    if (catalogue[rule].optional) return [];
    return [
      {
        code: 'ignore-unknown',
        position,
        what: `规则 ${rule} 必须遵守，不能关`,
        fix: '删去这一项，改正它指出的问题。',
      },
    ];
  });
