/**
 * Which optional parts of the site this build has. A plan's page offers only what is there: a part that is added under
 * `src/pages/` is offered from then on, one that is taken out leaves no dead action. The site's header and the cards of the
 * shelf do not ask; they always have the booklet.
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
