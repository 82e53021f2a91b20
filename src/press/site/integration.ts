/** Runs the press after `astro build`. */
import type { AstroIntegration } from 'astro';
import { mkdir } from 'node:fs/promises';
import { join, basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemErrorMessage } from '../../model/system-error.ts';
import { BrowserMissingError } from '../browser/browser-choice.ts';
import type { PressResult } from '../press-job.ts';
import { printSite } from './print-site.ts';
import { terminalProgress } from '../progress.ts';
import { publishSite } from './staged-output.ts';
import { RemoteBrowserError } from '../browser/remote-browser.ts';
import { readShard, type Shard, shardMistake } from '../shard.ts';
import { fillSitePageCounts, pageCountsOf } from './site-page-counts.ts';
import { writeAtomically } from '../write-atomically.ts';

/** `/pdf/proof.json`: what was proven of each PDF, by file name. */
function proofRecord(results: readonly PressResult[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    results.map((result): [string, unknown] => {
      const { slug, template, outcome, out } = result;
      const name = basename(out);
      if (outcome === 'failed') return [name, { slug, template, result: 'failed', failures: result.failures }];
      return [name, { slug, template, result: 'proven', ...result.record }];
    }),
  );
}

/** The message for an expected error that stopped the press; undefined for any other. */
function explanation(error: unknown): string | undefined {
  const known = error instanceof BrowserMissingError || error instanceof RemoteBrowserError;
  return known ? error.message : systemErrorMessage(error);
}

/** @throws if `PLANSHELF_SHARD` is set to what is no part */
function requestedShard(): Shard | undefined {
  const text = process.env['PLANSHELF_SHARD'];
  if (text === undefined || text === '') return undefined;
  const shard = readShard(text);
  if (shard === undefined) throw new Error(`PLANSHELF_SHARD：${shardMistake(text)}`);
  return shard;
}

/** Failed for want of a disk or a browser, by no fault of its plan: the next run makes it, and a site without it is no better than the last. */
function isOfMachine(result: PressResult): boolean {
  return result.outcome === 'failed' && result.failures.some(({ check }) => ['write', 'browser'].includes(check));
}

/**
 * Prints every document of the built site and proves it. `PLANSHELF_PDF=off` builds the site alone, `PLANSHELF_SHARD=2/4`
 * prints a part: the caches of all parts, copied together, spare a last build the printing.
 */
export function pressAfterBuild(): AstroIntegration {
  let cacheFolder = '';
  let templatesFolder = '';
  let base = '/';
  let shard: Shard | undefined;
  return {
    name: 'planshelf:press',
    hooks: {
      'astro:config:done': ({ config }) => {
        cacheFolder = join(fileURLToPath(config.cacheDir), 'press');
        templatesFolder = join(fileURLToPath(config.root), 'templates');
        base = config.base;
        shard = requestedShard();
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (process.env['PLANSHELF_PDF'] === 'off') return;
        const site = fileURLToPath(dir);
        const out = join(site, 'pdf');
        const stop = new AbortController();
        const interrupt = (): void => {
          stop.abort();
        };
        process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
        try {
          const progress = terminalProgress(process.stdout);
          const results = await printSite({
            site,
            base,
            out,
            picturesOut: join(site, 'pictures'),
            templatesFolder,
            cacheFolder,
            ...(shard !== undefined && { selection: { shard } }),
            booklet: true,
            signal: stop.signal,
            progress,
          });
          // The press ends in order when it is stopped, with what was finished: that is no site to publish.
          stop.signal.throwIfAborted();
          await mkdir(out, { recursive: true });
          await writeAtomically(join(out, 'proof.json'), JSON.stringify(proofRecord(results), null, 2));
          await fillSitePageCounts(site, pageCountsOf(results));
          const failed = results.filter(({ outcome }) => outcome === 'failed');
          if (failed.length === 0) return;
          if (failed.some(isOfMachine)) {
            logger.error(`${failed.length} 份 PDF 没有做成：dist/ 还是上一次的样子；原因见上。`);
          } else {
            // The others are proven, and the failed one is not among them.
            await publishSite(site);
            logger.error(`${failed.length} 份 PDF 没有通过校验，没有写入；原因见上。`);
          }
        } catch (error) {
          const known = stop.signal.aborted
            ? '已中断：dist/ 还是上一次的样子；做好的 PDF 留在缓存里，下次接着做。'
            : explanation(error);
          if (known === undefined) throw error;
          logger.error(known);
        } finally {
          process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
        }
        // Astro would put its own words and a stack trace around an error that is thrown here.
        process.exit(1);
      },
    },
  };
}
