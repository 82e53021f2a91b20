/**
 * Which optional parts of the site this build has. A link is shown only to what is there: a part that is added under
 * `src/pages/` is linked from then on, one that is taken out leaves no dead link.
 */
const files = Object.keys(
  import.meta.glob(['./plans/*/fill.astro', './plans/*/fill/index.astro', './booklet.astro', './booklet/index.astro'], {
    query: '?raw',
  }),
);

/** Whether plans can be filled in, at `/plans/<slug>/fill/`. */
export const hasFillPage = files.some((file) => /\/fill(?:\/index)?\.astro$/.test(file));

/** Whether meeting papers can be collected, at `/booklet/`. */
export const hasBookletPage = files.some((file) => file.startsWith('./booklet'));
