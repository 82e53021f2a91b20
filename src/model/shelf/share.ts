/** Names of figures that are a part of a whole, in words that end them. */
const parts =
  /(?:满意度|满意率|合格率|及格率|优良率|优秀率|覆盖率|覆盖面|占比|比重|份额|占有率|渗透率|普及率|知晓率|知晓度|出勤率|到场率|到课率|参与率|参训率|办结率|结案率|关闭率|闭环率|整改率|整改完成率|回访率|接通率|接听率|接线率|解决率|及时率|准时率|准点率|准点到货率|按时率|准确率|差错率|故障率|完好率|开机率|在线率|入住率|出租率|空置率|收缴率|收费率|回收率|收回率|通过率|挽留率|挽留成功率|保有率|留存率|流失率|离网率|转化率|成功率|签约率|续约率|续费率|退货率|返修率|货损率|货损货差率|破损率|差评率|好评率|使用率|达标率|欠费率|建档率|合规率)$/u;

/**
 * Whether a percentage of this name is a part of a whole, and so cannot be more than 100: 满意度目标, 上年收费率, but not
 * 增长率 or 完成率, which may be.
 */
export function isShare(name: string): boolean {
  const plain = name
    .replace(/\s/g, '')
    .replace(/(?:的?(?:目标|上限|下限|底线|基线|现状|标准|要求|控制数)|(?:目标|实际)?值)$/u, '');
  return parts.test(plain) && !/(?:提升|提高|增长|下降|降幅|增幅|变化)/u.test(plain);
}
