import { type Run, splitBlanks } from '../model/blank.ts';
import type { Timing } from '../model/time/timing.ts';
import type { Content, Inline, Mark } from './schema.ts';
import { collapsed } from './white-space.ts';

/** Words as content; none where there are none. */
export function words(text: string | undefined): Inline[] {
  return text === undefined || text === '' ? [] : [{ kind: 'text', text }];
}

/** A string of the front matter as content: `≥【满意度目标】` → text and blank. */
export function contentOf(source: string, unit?: 'without'): Inline[] {
  return splitBlanks(source).map((run: Run): Inline => {
    if (run.kind === 'text') return { kind: 'text', text: collapsed(run.text) };
    return { kind: 'blank', label: run.label, ...(unit && { unit }) };
  });
}

/** Several roles in a row, as the plan names them. */
export function roleList(...names: readonly (string | undefined)[]): Inline[] {
  return names
    .filter((name) => name !== undefined)
    .flatMap((name, index): Inline[] => [...(index === 0 ? [] : words('、')), { kind: 'role', name }]);
}

/** A time; nothing where none is named. */
export function timeContent({ start, due, every, times }: Timing): Inline[] {
  if (start === undefined && due === undefined && every === undefined) return [];
  const timing = {
    ...(start !== undefined && { start }),
    ...(due !== undefined && { due }),
    ...(every !== undefined && { every }),
    ...(times !== undefined && { times }),
  };
  return [{ kind: 'time', timing }];
}

/** Content with every inline replaced, those within links and spans first. */
export function mapContent(content: Content, replaced: (inline: Inline) => readonly Inline[]): Inline[] {
  return content.flatMap((inline) => {
    const inner = 'content' in inline ? { ...inline, content: mapContent(inline.content, replaced) } : inline;
    return replaced(inner);
  });
}

/** Every inline of some content, those within links and spans behind them. */
export function* inlinesIn(content: Content): Generator<Inline> {
  for (const inline of content) {
    yield inline;
    if ('content' in inline) yield* inlinesIn(inline.content);
  }
}

/** Content without white space at its ends and beside its line breaks; neighbours that are set alike become one. */
export function tidied(content: Content): Inline[] {
  const whole = joined(content);
  return whole.flatMap((inline, index): Inline[] => {
    if (inline.kind !== 'text') return [inline];
    const begins = index === 0 || whole[index - 1]?.kind === 'break';
    const ends = index === whole.length - 1 || whole[index + 1]?.kind === 'break';
    const text = inline.text.replace(begins ? /^ / : /^$/, '').replace(ends ? / $/ : /^$/, '');
    return text === '' ? [] : [{ ...inline, text }];
  });
}

/** Neighbours that are set alike become one. */
export function joined(content: Content): Inline[] {
  const result: Inline[] = [];
  for (const inline of content) {
    const last = result.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && sameMarks(inline.marks, last.marks))
      result[result.length - 1] = { ...last, text: last.text + inline.text };
    else if (inline.kind !== 'text' || inline.text !== '') result.push(inline);
  }
  return result;
}

function sameMarks(some: readonly Mark[] = [], others: readonly Mark[] = []): boolean {
  return some.length === others.length && some.every((mark) => others.includes(mark));
}
