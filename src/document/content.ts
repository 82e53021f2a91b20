import { type Run, splitBlanks } from '../model/blank.ts';
import type { Content, Inline } from './schema.ts';
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
