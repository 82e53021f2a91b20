/** Sizes that the viewer offers, in per cent of the size at which a whole page fits the window. */
const sizes = [100, 150, 200, 300] as const;

/** The size after `larger`, `smaller` or `fit`; at either end it stays. */
export function nextZoom(percent: number, action: string): number {
  const place = Math.max(
    0,
    sizes.findIndex((size) => size >= percent),
  );
  const to = action === 'larger' ? place + 1 : action === 'smaller' ? place - 1 : 0;
  return sizes[Math.min(sizes.length - 1, Math.max(0, to))] ?? percent;
}
