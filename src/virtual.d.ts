declare module 'virtual:planshelf/fonts' {
  /** Address of the print fonts' style sheet, base path included. */
  export const fontStylesheet: string;
  /** Address of the list of characters that the print fonts have glyphs for. */
  export const fontCoverage: string;
  /** Address of the list of style sheets that widen the print fonts, with the characters of each. */
  export const fontWider: string;
}
