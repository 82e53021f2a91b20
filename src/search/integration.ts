import type { AstroIntegration } from 'astro';
import { makeSearchIndex } from './search-index.ts';

/** The page of a plan, by its path below the site's root. */
const planPage = /^plans\/[^/]+\/$/;

/** Makes the search index of the finished pages. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'planshelf:search',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const paths = pages.map(({ pathname }) => pathname).filter((path) => planPage.test(path));
        const files = paths.sort().map((path) => new URL(`${encodeURI(path)}index.html`, dir));
        logger.info(`检索索引 ${await makeSearchIndex(dir, files)} 份计划`);
      },
    },
  };
}
