/** Whether the press will print this build: only then are there pictures to show and pages to count. */
export const printed = import.meta.env.PROD && process.env['PLANSHELF_PDF'] !== 'off';
