import { defineConfig } from 'vitest/config';
import usual from './vitest.ts';

/**
 * Tests that take minutes each: commands beside each other, every change of code between two builds; and all rounds, plans
 * and values of what `npm test` tries a part of. They run alone on the machine.
 */
export default defineConfig({
  test: {
    ...usual.test,
    include: [
      'test/long/**/*.test.ts',
      'test/e2e/{faults,official,one-page,smuggling}.test.ts',
      'test/unit/export/office-validity.test.ts',
      'test/unit/fuzz.test.ts',
    ],
    env: {
      PLANSHELF_EXHAUSTIVE: '1',
      PLANSHELF_FAULT_ROUNDS: '16',
      PLANSHELF_FUZZ: '10000',
      ...process.env,
    },
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
