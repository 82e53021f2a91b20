import sitemap from '@astrojs/sitemap';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { planOverlay } from './src/check/dev-overlay.ts';
import { planCheck } from './src/check/integration.ts';
import { readShelf } from './src/check/shelf-file.ts';
import { printFonts } from './src/fonts/integration.ts';
import { siteFonts } from './src/fonts/site-integration.ts';
import { markdownOptions } from './src/document/prose/markdown-options.ts';
import { reportDiskErrors } from './src/press/site/disk-errors.ts';
import { pressAfterBuild } from './src/press/site/integration.ts';
import { buildLock, lockBeforeAstro } from './src/press/site/lock-integration.ts';
import { pdfOnDemand } from './src/press/site/on-demand.ts';
import { publishAfterBuild, stagedOutput } from './src/press/site/staged-output.ts';
import { searchIndex } from './src/search/integration.ts';
import { lightPreload } from './src/vite/light-preload.ts';
import { pageBoxes } from './src/vite/page-box.ts';
import { pagedjsPatch } from './src/vite/pagedjs-patch.ts';
import { planImports } from './src/vite/plan-imports.ts';
import { separateViteCache } from './src/vite/separate-cache.ts';
import { sheetModules } from './src/vite/sheet-modules.ts';

// Where the site will stand: its address, for what must be absolute, and the folder that it is put into.
const site = process.env.PLANSHELF_SITE ?? 'http://localhost:4321';
const base = process.env.PLANSHELF_BASE ?? '/';

await lockBeforeAstro(import.meta.dirname);
const { internal } = readShelf(import.meta.dirname).settings;

export default defineConfig({
  site,
  base,
  cacheDir: './.cache',
  // Pages that say what they are made of are taken from the build before where none of it has changed.
  experimental: { incrementalBuild: true },
  trailingSlash: 'ignore',
  // White space between inline elements is text here: the proof compares every character.
  compressHTML: false,
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false, processor: unified(markdownOptions) },
  // In this order: Astro calls their hooks one after the other.
  integrations: [
    // Reports a full disk when a build fails; first, so that it sees every failure.
    reportDiskErrors(),
    // One build and one development server at a time, beside `dist/`, with what Vite bundles in a folder of each command.
    buildLock(),
    stagedOutput(),
    separateViteCache(),
    // What is wrong stops a build; while developing it is shown over the page.
    planCheck(),
    planOverlay(),
    // What pages are made of: entries, fonts, and style sheets as Paged.js reads them.
    planImports(),
    mdx(),
    printFonts(),
    siteFonts(),
    sheetModules(),
    // What is made of finished pages.
    ...(internal ? [] : [sitemap({ filter: isListed })]),
    searchIndex(),
    pressAfterBuild(),
    pdfOnDemand(),
    // Last: the finished site takes the place of `dist/`.
    publishAfterBuild(),
  ],
  vite: {
    // Faults of Paged.js that lose text are patched; style sheets get the page box of their template; pages go without Vite's
    // helper around `import()`.
    plugins: [pagedjsPatch(), pageBoxes(), lightPreload()],
    // A style sheet that Paged.js reads must have an address of its own.
    build: {
      assetsInlineLimit: 0,
      // Paged.js is one chunk of 600 kB, loaded by print documents alone.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        onLog(level, log, handle) {
          // Astro's own mark in each entry, one warning a plan; it has done its work when Rolldown reads it.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});

/** Print documents are sheets of paper and forms are tools: neither is a page to be found. */
function isListed(address) {
  return !/\/(?:print\/|404|fill\/|drafts\/)/.test(address);
}
