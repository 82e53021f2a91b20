/**
 * Fills a place anew. The focus stays on the control of the same `data-key`; where that is gone, or can no longer be
 * pressed, the nearest one has it, so that the keyboard goes on where it was.
 */
export function refill(place: HTMLElement, fill: () => void): void {
  const controls = (): HTMLElement[] => [...place.querySelectorAll<HTMLElement>('[data-key]')];
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const keys = controls().map(({ dataset }) => dataset['key']);
  const at = controls().findIndex((control) => control === focused);
  fill();
  if (at < 0) return;
  const left = controls().filter((control) => control.matches(':enabled, a'));
  const nearest = [...keys.slice(at), ...keys.slice(0, at).reverse()];
  for (const key of nearest) {
    const control = left.find(({ dataset }) => dataset['key'] === key);
    if (control === undefined) continue;
    control.focus();
    return;
  }
}
