/** Units of targets. Counting words are many and new ones are coined, so that unknown short words pass, but no phrase does. */

const bases =
  '人民币元|元|角|分|公顷|平方米|平米|立方米|平方公里|公里|千米|厘米|毫米|海里|米|吨|公斤|千克|克|斤|毫升|升|兆|度|千瓦时|千瓦|' +
  '摄氏度|分贝|工作日|自然日|日历天|工作天|小时|分钟|秒钟|刻钟|季度|星期|天|日|周|旬|月|季|年|时|秒|课时|学时|学分|工时|工日|' +
  '人|名次|位次|名|位|员|户|家|店|门店|网点|站点|端口|床位|席位|席|床|间|栋|幢|座|层|处|点|站|线|路|件|起|单|台|辆|套|份|项|条|' +
  '篇|次|场|回|趟|期|届|班|组|队|团|批|笔|宗|桩|例|种|类|款|支|张|枚|颗|块|片|只|头|匹|株|棵|亩|桶|标箱|箱|瓶|袋|包|盒|卷|捆|车|' +
  '船|架|列|节|桌|房|门|页|字|本|册|部|集|封|通|电话|票|级|星|档|步|遍|轮|圈|双|对|副|幅|面|盏|口|道|客|卡|号|单元|成|倍|批|桩|' +
  '百分点|%|‰|‱|℃|°C|°|[A-Za-zΩµμ]{1,10}|㎡|㎥';
const scale = '(?:十万|百万|千万|万亿|百|千|万|亿)?';

/** Counting words that take what they count: 3 个工作日, 12 场培训. */
const counters = '[个名位家场项次件份条篇套台辆组支门期类种处]';
const unit = new RegExp(
  `^(?:${scale}(?:${bases})[²³]?(?:\\s*[/·每]?\\s*${scale}(?:${bases})[²³]?){0,3}|十万|百万|千万|万亿|万|千|亿|` +
    `${scale}${counters}(\\p{Script=Han}{1,6})?(?:/(?:${bases}))?)$`,
  'u',
);
const beginsWithUnit = new RegExp(`^${scale}(?:${bases})`, 'u');
const unknown = /^\p{Script=Han}{1,4}$/u;

/** Words that no unit holds: they compare, judge or join, and would be lost as part of one. */
const phrase =
  /以|之|左右|上下|超|不|未|约|较|更|最|为|限|封顶|至|到|的|了|且|并|或|及|和|与|完|合格|通过|优|良|好|达|提|增|降|减|升|显|基本|[内外上下前后起止足余多中]$|^[多余来几]/u;

/** Whether text is one of the units that are usual, alone or with others. */
export function isKnownUnit(text: string): boolean {
  const match = unit.exec(text);
  return match !== null && (match[1] === undefined || !phrase.test(match[1]));
}

/** Whether text is a unit: '' is none and passes; 户, 元/台次, 个工作日, kWh/m² do, and 分优秀 does not. */
export function isUnit(text: string): boolean {
  if (text === '') return true;
  return isKnownUnit(text) || (unknown.test(text) && !phrase.test(text) && !beginsWithUnit.test(text));
}
