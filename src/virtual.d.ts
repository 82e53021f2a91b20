declare module 'virtual:planshelf/fonts' {
  /** Address of the print fonts' style sheet, base path included. */
  export const fontStylesheet: string;
  /** Address of the list of characters that the print fonts have glyphs for. */
  export const fontCoverage: string;
}
