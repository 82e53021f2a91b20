import type { Deviation } from './deviation.ts';
import type { LayoutPage } from './lines.ts';

/** 7.3.5.4: year in full, month and day without a leading zero. */
export function checkDates(page: LayoutPage): readonly Deviation[] {
  return page.lines.flatMap(({ text }) => {
    const wrong = /\d{4}年0\d月(?:\d{1,2}日)?|\d{4}年\d{1,2}月0\d日|(?<!\d)\d{2}年\d{1,2}月\d{1,2}日/u.exec(text)?.[0];
    if (wrong === undefined) return [];
    return [{ clause: '7.3.5.4', page: page.number, message: `日期写作“${wrong}”：年份应写全，月、日不编虚位。` }];
  });
}
