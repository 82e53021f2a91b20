/** How often a property of free input is tried: a few hundred times on every run, `PLANSHELF_FUZZ=10000` for a night. */
export const fuzzRuns = Number(process.env['PLANSHELF_FUZZ'] ?? 500);
