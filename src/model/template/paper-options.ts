/** Options of paper that templates share; a template lists those that make sense for it. */
import type { OptionChoice, TemplateOption } from './template-options.ts';

/**
 * A4, and 16 开 as offices cut it, 184 × 260 mm.
 * @param narrow what a template changes for the narrower page
 */
export function paper(narrow?: string): TemplateOption {
  const smaller: OptionChoice = { value: '16k', title: '16 开', page: { width: 184, height: 260 } };
  return {
    name: 'paper',
    title: '纸张',
    choices: [{ value: 'a4', title: 'A4' }, narrow === undefined ? smaller : { ...smaller, css: narrow }],
  };
}

/** A4 pages on A3 sheets (pages of 16 开 on sheets of 8 开), folded to a booklet. */
export const sheet: TemplateOption = {
  name: 'sheet',
  title: '用纸',
  choices: [
    { value: 'single', title: '单张' },
    {
      value: 'fold',
      title: 'A3 对折成册',
      fold: true,
      note: '每张纸四页，预览和打印都按纸面排，折好后页码才相连。打印时选 A3（16 开的选 8 开）、实际大小、双面、短边翻转，印好叠齐对折，骑缝装订；一册以 60 页以内为宜。',
    },
  ],
};

/** One edge gets the width that a binding takes, in millimetres. */
export function binding(left: number, top: number): TemplateOption {
  return {
    name: 'binding',
    title: '装订边',
    choices: [
      { value: 'none', title: '不留' },
      { value: 'left', title: '左侧', margin: { left } },
      { value: 'top', title: '上方', margin: { top } },
    ],
  };
}

/**
 * A wide outer margin to write on, in millimetres.
 * @param narrow what a template changes for the narrower text
 */
export function notes(right: number, narrow?: string): TemplateOption {
  const wide: OptionChoice = { value: 'on', title: '右侧留宽', margin: { right } };
  return {
    name: 'notes',
    title: '批注边',
    choices: [{ value: 'off', title: '不留' }, narrow === undefined ? wide : { ...wide, css: narrow }],
  };
}

/** @param css what makes the template's colours black */
export function colour(css: string): TemplateOption {
  const black: OptionChoice = { value: 'black', title: '黑白', css: `${css}\nimg { filter: grayscale(1); }` };
  return { name: 'colour', title: '颜色', choices: [{ value: 'full', title: '彩色' }, black] };
}

/** For a printer who cuts the sheets. */
export const crop: TemplateOption = {
  name: 'crop',
  title: '裁切线',
  choices: [
    { value: 'off', title: '没有' },
    { value: 'on', title: '四角', crop: 6 },
  ],
};
