import type { Feature } from 'write-excel-file/universal';

/**
 * Sheets as they are printed: A4 across, as wide as the page however wide the table is, with the head again on every
 * page of a sheet whose head is frozen. What Office's schema refuses in the library's own XML is put right.
 * ECMA-376, part 1: sheetPr §18.3.1.82, pageSetup §18.3.1.63, definedName §18.2.5.
 * @param names of the sheets, in their order
 * @param headed how many of them, from the first, have a head
 */
export function printedSheets(names: readonly string[], headed: number): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: fittedToWidth },
        'xl/workbook.xml': { transform: (xml) => withPrintTitles(xml, names.slice(0, headed)) },
        'xl/styles.xml': { transform: orderedFonts },
      },
    },
  };
}

/** `sheetPr` is a sheet's first element. */
function fittedToWidth(xml: string): string {
  return xml
    .replace(/<worksheet[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(/<pageSetup\b/, '<pageSetup fitToWidth="1" fitToHeight="0"');
}

function withPrintTitles(xml: string, names: readonly string[]): string {
  const titles = names.map(
    (name, index) => `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name}'!$1:$1</definedName>`,
  );
  // The library always writes an empty list, and a workbook may hold one only: Excel refuses a second.
  return xml.replace('<definedNames/>', () => `<definedNames>${titles.join('')}</definedNames>`);
}

/** Children of a font in the order that Office's schema wants. ECMA-376, part 1, §18.8.22, as the Open XML SDK reads it. */
const fontOrder = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

function orderedFonts(xml: string): string {
  const place = (element: string): number => fontOrder.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '');
  return xml.replace(/(<font>)(.*?)(<\/font>)/gs, (_, open: string, inner: string, close: string) => {
    const children = inner.match(/<[^>]+>/g) ?? [];
    return open + children.sort((a, b) => place(a) - place(b)).join('') + close;
  });
}
