/**
 * Firefox moves a table to the next column whole, and Paged.js' pages are columns: where a table has to be divided is
 * computed here, from the places that its rows have without columns.
 */
import { startOf } from '../break-place.ts';
import { hasContentBefore, repeatedHead } from '../page-order.ts';

/** Marks a table whose rows are laid out as flex boxes, which every browser divides; see `page-style.ts`. */
export const looseRows = 'data-loose-rows';

/** What lies over the edge by less is not over. */
const slack = 1;

let wholeTables: boolean | undefined;

/** Whether this browser keeps a table in one column; tried once. */
function keepsTablesWhole(): boolean {
  if (wholeTables !== undefined) return wholeTables;
  const probe = document.createElement('div');
  probe.style.cssText = 'position: absolute; columns: 2; column-fill: auto; width: 100px; height: 20px';
  probe.innerHTML =
    '<table><tbody><tr><td style="height: 15px"></td></tr><tr><td style="height: 15px"></td></tr></tbody></table>';
  document.body.append(probe);
  const [first, second] = probe.querySelectorAll('td');
  wholeTables = first?.getBoundingClientRect().left === second?.getBoundingClientRect().left;
  probe.remove();
  return wholeTables;
}

/** Rows that print something of their own, of a table that is still one. */
function ownRows(rendered: Element): readonly HTMLTableRowElement[] {
  return [...rendered.querySelectorAll('tr')].filter(
    (row) => row.closest(`[${repeatedHead}], [${looseRows}]`) === null && row.parentElement?.closest('td, th') == null,
  );
}

/** Does something while the page's content stands in one column that is as long as it needs. */
function inOneColumn<Answer>(rendered: Element, ask: () => Answer): Answer {
  const area = rendered.parentElement;
  if (area === null) return ask();
  const { columnWidth } = area.style;
  area.style.columnWidth = 'auto';
  try {
    return ask();
  } finally {
    area.style.columnWidth = columnWidth;
  }
}

/** Whether the page has to end before a table, with content before it: nothing of the table fits. */
function endsBefore(found: Range, row: HTMLTableRowElement, table: HTMLTableElement, rendered: Element): boolean {
  const place = startOf(found).compareDocumentPosition(table);
  const isBefore =
    (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && (place & Node.DOCUMENT_POSITION_CONTAINED_BY) === 0;
  return isBefore && !hasContentBefore(row, table) && hasContentBefore(startOf(found), rendered);
}

/** Lays the rows of a table out as boxes that break, at the widths that its cells have. */
function loosen(table: HTMLTableElement): void {
  const widths = [...table.rows].map(({ cells }) => [...cells].map((cell) => cell.getBoundingClientRect().width));
  [...table.rows].forEach(({ cells }, at) => {
    [...cells].forEach((cell, index) => {
      cell.style.flex = `0 0 ${String(widths[at]?.[index] ?? 0)}px`;
    });
  });
  table.setAttribute(looseRows, '');
}

/**
 * The first row that does not fit on the page, where no other content overflows before its table. The rows of a table of
 * which not even one fits are made to break, and the page has to be measured again.
 * @param found the place that Paged.js found
 * @param freeze keeps the widths that the table has
 */
export function rowOverflow(
  found: Range | undefined,
  rendered: Element,
  bounds: DOMRect,
  freeze: (row: HTMLTableRowElement) => void,
): Range | 'again' | undefined {
  if (!keepsTablesWhole()) return found;
  const bottom = bounds.bottom + slack;
  const row = inOneColumn(rendered, () => ownRows(rendered).find((row) => row.getBoundingClientRect().bottom > bottom));
  const table = row?.closest('table') ?? null;
  if (row === undefined || table === null || (found && endsBefore(found, row, table, rendered))) return found;
  if (hasContentBefore(row, rendered) && row.getBoundingClientRect().height <= bounds.height) {
    const range = document.createRange();
    range.setStartBefore(row);
    if (rendered.lastChild !== null) range.setEndAfter(rendered.lastChild);
    return range;
  }
  freeze(row);
  loosen(table);
  return 'again';
}
