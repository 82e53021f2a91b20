/** While developing: the PDF of a plan at its address, made when it is asked for, as the press makes it. */
import type { AstroIntegration } from 'astro';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import type { ViteDevServer, DevEnvironment } from 'vite';
import type { PrintTemplate } from '../../model/template/print-template.ts';
import { openFirstBrowser } from '../browser/browser.ts';
import { browserChoices } from '../browser/browser-choice.ts';
import { browserFolder } from '../printer.ts';
import { readTemplates } from './print-site.ts';
import { prove } from '../../proof/prove.ts';
import { normalizeBase, pathWithin } from '../serve.ts';
import { createPagePool } from '../browser/page-pool.ts';
import { stampedPdf } from '../stamp.ts';
import { stampDate } from '../stamp.ts';

type DepsOptimizer = NonNullable<DevEnvironment['depsOptimizer']>;

/** Of the packages that are known to be needed and not bundled yet, when they will be. */
function pendingBundles({ metadata }: DepsOptimizer): readonly Promise<void>[] {
  return Object.values(metadata.discovered).flatMap(({ processing }) => processing ?? []);
}

/**
 * Waits until a development server has bundled every package that its pages are known to need. To a page that loads earlier it
 * may give parts of two bundles.
 * @returns a name of the bundle: another one where pages that have loaded before are out of date
 */
async function waitForBundle({ environments: { client } }: ViteDevServer): Promise<string> {
  const optimizer = client.depsOptimizer;
  if (optimizer === undefined) return '';
  await client.waitForRequestsIdle();
  await optimizer.scanProcessing;
  for (let left = pendingBundles(optimizer); left.length > 0; left = pendingBundles(optimizer)) await Promise.all(left);
  return optimizer.metadata.browserHash;
}

/** What is asked for by `/pdf/<slug>.<template>.pdf`. */
function requestedDocument(base: string, address: string): { slug: string; template: string } | undefined {
  const path = pathWithin(base, address.replace(/[?#].*$/, ''));
  const [, slug, template] = /^pdf\/(.+)\.([\w-]+)\.pdf$/.exec(path ?? '') ?? [];
  return slug === undefined || template === undefined ? undefined : { slug, template };
}

interface Asked {
  readonly server: ViteDevServer;
  /** Of the development server, `http://localhost:4321`. */
  readonly origin: string;
  readonly base: string;
  readonly slug: string;
  readonly template: PrintTemplate;
  readonly cacheFolder: string;
}

/** How often a document is printed whose packages are bundled anew meanwhile. */
const mostTries = 3;

/**
 * Prints a page of the development server in a browser of its own, so that nothing of an older style sheet or font is left.
 * @returns the PDF, and what its proof holds against it
 */
async function printOnDemand(asked: Asked) {
  for (let tries = 1; ; tries += 1) {
    const bundle = await waitForBundle(asked.server);
    try {
      return await printOnce(asked);
    } catch (error) {
      // A page that has come by half of its scripts can fail in any way.
      if (tries === mostTries || (await waitForBundle(asked.server)) === bundle) throw error;
    }
  }
}

async function printOnce({ origin, base, slug, template, cacheFolder }: Asked) {
  const address = `${origin}${base}print/${encodeURIComponent(slug)}/${template.name}/`;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`没有打印文档 ${address}（${answer.status}）`);
  const html = await answer.text();
  const open = async () => (await openFirstBrowser(await browserChoices(), browserFolder(cacheFolder))).opened;
  const pool = createPagePool({ address, open, prepare: withoutReloads });
  try {
    const printed = await pool.page().print({ html, address });
    const pdf = stampedPdf(printed, template, stampDate(html));
    const proof = await prove(pdf, html, template, printed.fitted);
    return { pdf, doubts: proof.ok ? [] : proof.failures.map(({ check, message }) => `[${check}] ${message}`) };
  } finally {
    await pool.close();
  }
}

/** Disconnects a printed page from the development server, which would reload it when a file is saved. */
async function withoutReloads(context: BrowserContext): Promise<void> {
  await context.routeWebSocket(/./, () => undefined);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
}

/** Prints PDFs from the pages of the development server; one that fails its proof is served with a warning. */
export function pdfOnDemand(): AstroIntegration {
  let root = '';
  let base = '/';
  let cacheFolder = '';
  return {
    name: 'planshelf:pdf-on-demand',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = normalizeBase(config.base);
        cacheFolder = join(fileURLToPath(config.cacheDir), 'press');
      },
      'astro:server:setup': ({ server, logger }) => {
        const print = async (slug: string, name: string, response: ServerResponse): Promise<void> => {
          const template = (await readTemplates(join(root, 'templates'))).find((one) => one.name === name);
          const address = server.httpServer?.address();
          if (template === undefined || address === null || typeof address !== 'object') {
            refuse(response, 404, `没有版式 ${name}`);
            return;
          }
          const origin = `http://localhost:${address.port}`;
          const { pdf, doubts } = await printOnDemand({ server, origin, base, slug, template, cacheFolder });
          for (const doubt of doubts) logger.warn(`${slug}.${name}.pdf 构建时通不过校验：${doubt}`);
          response.writeHead(200, { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' }).end(pdf);
        };
        // One after the other: only one person works with a development server.
        let last: Promise<void> = Promise.resolve();
        server.middlewares.use((request, response, next) => {
          const asked = requestedDocument(base, request.url ?? '/');
          if (asked === undefined) {
            next();
            return;
          }
          const { slug, template } = asked;
          last = last
            .then(() => print(slug, template, response))
            .catch((error: unknown) => {
              const message = error instanceof Error ? error.message : String(error);
              logger.error(`${slug}.${template}.pdf：${message}`);
              refuse(response, 500, message);
            });
        });
      },
    },
  };
}
