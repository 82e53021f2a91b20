import type { APIRoute } from 'astro';
import { routesUnder } from '../model/routes.ts';

/** Everything may be read; print documents ask by themselves not to be listed. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = new URL(`${routesUnder(import.meta.env.BASE_URL).shelf}sitemap-index.xml`, site).href;
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
};
