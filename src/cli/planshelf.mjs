/** What `npm run plan` starts: the command line, where Node.js can run it. */
import './node-version.mjs';

await import('./main.ts');
