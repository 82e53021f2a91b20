/** Whether all plans, values and kinds are tried, as `npm run test:long` does, or a part of them that has each kind once. */
export const exhaustive = process.env['PLANSHELF_EXHAUSTIVE'] === '1';
