import type { Element } from 'hast';
import { h } from '../model/element.ts';
import type { Marks } from '../model/time/schedule-marks.ts';

/** Where a share of the plan's period, 0–1, lies on a time axis, and where the axis ends, in points. */
export interface TimeScale {
  readonly x: (share: number) => number;
  readonly end: number;
}

/** Ticks closer than this, in points, run together on paper: they are drawn as one dotted line. */
const closest = 3.4;

/** How a task stands on the time axis, drawn about a middle line. */
export function drawMarks(mark: Marks, { x, end }: TimeScale, middle: number): Element {
  switch (mark.kind) {
    case 'span':
      return bar(x(mark.from), x(mark.to), middle);
    case 'moment':
      // A diamond at the very end of the period stays within the chart.
      return diamond(Math.min(x(mark.at), end - 4), middle);
    case 'rhythm': {
      const [first = 0, second = 1] = mark.at;
      if (mark.at.length > 1 && x(second) - x(first) < closest) return dots(x(mark.from), x(mark.to), middle);
      return tickPath(mark.at.map(x), middle);
    }
  }
}

export function bar(from: number, to: number, middle: number): Element {
  return h('rect', { className: ['bar'], x: from, y: round(middle - 3), width: round(to - from), height: 6 });
}

export function diamond(centre: number, middle: number): Element {
  return h('path', { className: ['diamond'], d: `M${round(centre)} ${round(middle - 4)}l4 4l-4 4l-4 -4z` });
}

export function tickPath(at: readonly number[], middle: number): Element {
  return h('path', { className: ['tick'], d: at.map((tick) => `M${tick} ${round(middle - 3.5)}v7`).join('') });
}

function dots(from: number, to: number, middle: number): Element {
  return h('path', { className: ['dots'], d: `M${from} ${round(middle)}H${to}` });
}

/** Hundredths of a point. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
