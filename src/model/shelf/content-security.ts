/**
 * What a page of the site may load and run (https://www.w3.org/TR/CSP3/). Pages have neither scripts nor styles within
 * themselves, so the policies need no hash of any: everything that runs is a file of this site.
 */

type Directives = Readonly<Record<string, readonly string[]>>;

const common: Directives = {
  'default-src': ["'none'"],
  // Pagefind, the search, is WebAssembly; this allows no other eval.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'frame-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
};

function policyOf(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Of every page but print documents; it stands in the page, so that it holds on any host. */
export const pagePolicy = policyOf({ ...common, 'style-src': ["'self'"] });

/**
 * Of print documents; it stands in the page, like that of the others, and holds for the frames of the fill page too. It is
 * narrower than what hosts send: a print document runs this site's scripts and nothing else, frames nothing, connects to
 * nothing and sends nothing. Paged.js writes styles into the page; the texts of style sheets come as modules.
 */
const ofPrint: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'none'"],
  'frame-src': ["'none'"],
  'worker-src': ["'none'"],
  'object-src': ["'none'"],
  'form-action': ["'none'"],
  'base-uri': ["'none'"],
};

export const printPolicy = policyOf(ofPrint);

/** The same while developing: Vite sends changes over a socket, and pings from a worker whether it is back. */
export const printPolicyWhileWriting = policyOf({
  ...ofPrint,
  'connect-src': ["'self'", 'ws:', 'wss:'],
  'worker-src': ['blob:'],
});

/**
 * For everything that a host sends, print documents among it: Paged.js writes styles into the page. It adds what a page
 * cannot say of itself, that only this site may frame it.
 */
const sentPolicy = policyOf({ ...common, 'style-src': ["'self'", "'unsafe-inline'"], 'frame-ancestors': ["'self'"] });

/** What a host should send with every file; the recipes for hosts say the same. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': sentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};
