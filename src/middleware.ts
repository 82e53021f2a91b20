/** What all print documents have in common, whoever wrote their template. */
import { defineMiddleware } from 'astro:middleware';
import { printPolicy, printPolicyWhileWriting } from './model/shelf/content-security.ts';
import { routesUnder } from './model/shelf/routes.ts';

const prints = routesUnder(import.meta.env.BASE_URL).prints;

/** Gives each print document its Content-Security-Policy, before anything that the policy is about. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const answer = await next();
  if (!url.pathname.startsWith(prints) || answer.status !== 200) return answer;
  const html = await answer.text();
  const rules = import.meta.env.PROD ? printPolicy : printPolicyWhileWriting;
  const policy = `<meta http-equiv="Content-Security-Policy" content="${rules}">`;
  if (!/<head[^>]*>/.test(html)) throw new Error(`${url.pathname}：版式的 Document.astro 里没有 <head>`);
  return new Response(
    html.replace(/<head[^>]*>/, (head) => head + policy),
    answer,
  );
});
