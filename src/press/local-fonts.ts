/** The faces of this machine in the place of the bundled ones, where a template has a style sheet for them. */

const sheet = /<link\b[^>]*\bdata-local-fonts\b[^>]*>/g;

/**
 * Switches on the style sheet for local faces. It stands in the document as an alternate one, which is not loaded:
 *
 * ```html
 * <link rel="alternate stylesheet" href="local-fonts.css" data-local-fonts>
 * ```
 * ```html
 * <link rel="stylesheet" href="local-fonts.css" data-paged>
 * ```
 * @returns the document as it is where its template has none
 */
export function withLocalFonts(html: string): string {
  return html.replace(sheet, (link) =>
    link
      .replace(/\brel=(["'])alternate stylesheet\1/, 'rel="stylesheet"')
      .replace(/\bdata-local-fonts(?:=(?:""|''))?/, 'data-paged'),
  );
}
