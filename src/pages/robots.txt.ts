import type { APIRoute } from 'astro';
import { shelf } from '../components/shelf/shelf.ts';
import { routesUnder } from '../model/shelf/routes.ts';
import { robotsText } from '../model/shelf/shelf-settings.ts';

/** Everything may be read, unless the shelf is internal; print documents ask by themselves not to be listed. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = new URL(`${routesUnder(import.meta.env.BASE_URL).shelf}sitemap-index.xml`, site).href;
  return new Response(robotsText(shelf, sitemap));
};
