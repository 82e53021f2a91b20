/** Moves the rows of a list by their grips, with mouse, pen or finger. */

/** @param drop called with the new order after a row was dropped at another place */
export function dragRows(list: HTMLElement, drop: (entry: string, index: number) => void): void {
  list.addEventListener('pointerdown', (event) => {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('.grip') : null;
    const row = grip?.closest('li') ?? null;
    if (grip === null || row === null || event.button !== 0) return;
    event.preventDefault(); // no text is marked on the way
    grip.focus();
    const from = placeOf(row);
    const next = row.nextElementSibling;
    row.classList.add('dragged');
    const follow = ({ clientY }: PointerEvent): void => {
      const before = [...list.children].find((other) => other !== row && clientY < middleOf(other)) ?? null;
      if (before !== row.nextElementSibling) list.insertBefore(row, before);
    };
    const end = ({ type }: PointerEvent): void => {
      document.removeEventListener('pointermove', follow);
      document.removeEventListener('pointerup', end);
      document.removeEventListener('pointercancel', end);
      row.classList.remove('dragged');
      if (type === 'pointercancel') list.insertBefore(row, next);
      else if (placeOf(row) !== from) drop(row.dataset['entry'] ?? '', placeOf(row));
    };
    // The grip could not capture the pointer: a row that changes its place loses it.
    document.addEventListener('pointermove', follow);
    document.addEventListener('pointerup', end);
    document.addEventListener('pointercancel', end);
  });
}

function placeOf(row: Element): number {
  return [...(row.parentElement?.children ?? [])].indexOf(row);
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
