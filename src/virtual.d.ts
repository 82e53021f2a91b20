declare module 'virtual:planshelf/fonts' {
  /** Address of the print fonts' style sheet, base path included. */
  export const fontStylesheet: string;
  /** Address of the list of characters that the print fonts have glyphs for. */
  export const fontCoverage: string;
  /** Address of the list of style sheets that widen the print fonts, with the characters of each. */
  export const fontWider: string;
}

declare module 'virtual:planshelf/pictures' {
  /** Where the pictures of plans are, and what draws them; see `PictureSource`. */
  export const pictureSource: { readonly root: string; readonly drawn: string; readonly program: string };
}
