import { defineConfig } from 'vitest/config';
import usual from './vitest.ts';

/** Tests that take minutes each: commands beside each other, programs that are killed. They share the machine with nobody. */
export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/long/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
