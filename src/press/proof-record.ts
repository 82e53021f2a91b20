import { basename } from 'node:path';
import type { PressResult } from './press-job.ts';

/** `/pdf/proof.json`: what was proven of each PDF, by file name. */
export function proofRecord(results: readonly PressResult[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    results.map((result): [string, unknown] => {
      const { slug, template, outcome, out } = result;
      const name = basename(out);
      if (outcome === 'failed') return [name, { slug, template, result: 'failed', failures: result.failures }];
      return [name, { slug, template, result: 'proven', ...result.record }];
    }),
  );
}
