/** Progress of the press: a bar on a terminal, plain lines elsewhere. */
import type { PressResult } from './press-job.ts';

export interface ProgressReporter {
  /** One job came to its end. */
  readonly result: (result: PressResult) => void;
  /** Takes the bar away and sums up; call it once, also after an error. */
  readonly end: () => void;
}

/** What is written to; `process.stdout` fits. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const outcomes = { made: '生成', reused: '复用', failed: '失败' } as const;
const barWidth = 20;
/** One cause can make every row of a table fail; the first few failures show it. */
const failuresShown = 5;
const clearLine = '\r\u001b[2K';

function seconds(millis: number): string {
  return millis < 1000 ? `${Math.round(millis)} 毫秒` : `${(millis / 1000).toFixed(1)} 秒`;
}

/** `生成 wuye · meeting · 3 页 · 171 毫秒` */
function describeResult(result: PressResult): string {
  const { slug, template, outcome, millis } = result;
  const pages = outcome === 'failed' ? '' : ` · ${result.record.pages} 页`;
  return `${outcomes[outcome]} ${slug} · ${template}${pages} · ${seconds(millis)}`;
}

/** Every reason of a failed job on lines of its own. */
function describeFailures(result: PressResult): string {
  if (result.outcome !== 'failed') return '';
  const left = result.failures.length - failuresShown;
  const shown = result.failures
    .slice(0, failuresShown)
    .map(({ check, message, excerpt }) => `  [${check}] ${message}${excerpt === undefined ? '' : `\n    ${excerpt}`}\n`)
    .join('');
  return left > 0 ? `${shown}  另有 ${left} 处，多半出自同一个原因。\n` : shown;
}

/** `████████░░░░` */
function bar(done: number, total: number): string {
  const filled = total === 0 ? barWidth : Math.round((done / total) * barWidth);
  return '█'.repeat(filled) + '░'.repeat(barWidth - filled);
}

/** Chinese characters take two columns of a terminal. */
function cut(text: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += /[\u1100-\uffff]/.test(character) ? 2 : 1;
    if (width > columns) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function summary(results: readonly PressResult[], total: number, millis: number): string {
  const count = (outcome: PressResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const pages = results.reduce((sum, result) => sum + (result.outcome === 'failed' ? 0 : result.record.pages), 0);
  const undone = total - results.length;
  return (
    `PDF 共 ${total} 份 ${pages} 页：生成 ${count('made')}，复用 ${count('reused')}，失败 ${count('failed')}` +
    `${undone === 0 ? '' : `，未做 ${undone}`}；用时 ${seconds(millis)}\n`
  );
}

/**
 * @param stream where it is written
 * @returns a function that starts a report on a number of jobs
 */
export function terminalProgress(stream: ProgressStream): (jobs: number) => ProgressReporter {
  return (total) => {
    const started = performance.now();
    const results: PressResult[] = [];
    const onTerminal = stream.isTTY === true;
    return {
      result: (result) => {
        results.push(result);
        const counted = `${results.length}/${total}`;
        const line = describeResult(result);
        if (!onTerminal) stream.write(`[${counted}] ${line}\n${describeFailures(result)}`);
        else {
          const kept = result.outcome === 'failed' ? `${line}\n${describeFailures(result)}` : '';
          const status = cut(`${bar(results.length, total)} ${counted} ${line}`, (stream.columns ?? 80) - 1);
          stream.write(`${clearLine}${kept}${status}`);
        }
      },
      end: () => {
        stream.write(`${onTerminal ? clearLine : ''}${summary(results, total, performance.now() - started)}`);
      },
    };
  };
}
