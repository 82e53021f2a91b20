/** Faces that the standard names, by the PostScript names that PDFs carry. */

export type Face = 'fangSong' | 'kaiTi' | 'heiTi' | 'xiaoBiaoSong' | 'songTi';

export const faceTitles: Readonly<Record<Face, string>> = {
  fangSong: '仿宋',
  kaiTi: '楷体',
  heiTi: '黑体',
  xiaoBiaoSong: '小标宋',
  songTi: '宋体',
};

const own: Readonly<Record<Face, RegExp>> = {
  fangSong: /fang\s?song|fzfs|仿宋/i,
  kaiTi: /kai|楷/i,
  heiTi: /hei|黑体|fzht/i,
  xiaoBiaoSong: /biaosong|xbs|小标宋/i,
  songTi: /(?<!fang\s?|biao)song|simsun|(?<!仿)宋体/i,
};

/** Open faces that stand in where the official ones are not at hand. */
const standIns: Readonly<Record<Face, RegExp>> = {
  fangSong: /^NotoSerif(?:CJK)?SC-Regular$/i,
  kaiTi: /^(?:NotoSerif(?:CJK)?SC-Regular|LXGWWenKai.*-Regular)$/i,
  heiTi: /^NotoSans(?:CJK)?SC-(?:Regular|Medium)$/i,
  xiaoBiaoSong: /^NotoSerif(?:CJK)?SC-(?:Bold|SemiBold)$/i,
  songTi: /^NotoSerif(?:CJK)?SC-Regular$/i,
};

/** Whether a font is the face, or one that may stand in for it. */
export function isFace(font: string, face: Face): boolean {
  return own[face].test(font) || standIns[face].test(font);
}

/** Which of the fonts stand in for the faces of the standard: `NotoSansSC-Regular 代黑体`. */
export function substituteFonts(fonts: readonly string[]): readonly string[] {
  const faces = Object.keys(standIns) as Face[];
  return fonts.flatMap((font) => {
    const name = font.replace(/^[A-Z]{6}\+/, '');
    const titles = faces.filter((face) => standIns[face].test(name)).map((face) => faceTitles[face]);
    return titles.length === 0 ? [] : [`${name} 代${titles.join('、')}`];
  });
}

export function isBold(font: string): boolean {
  return /bold|black|heavy|demi/i.test(font);
}
