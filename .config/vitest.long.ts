import { defineConfig, mergeConfig } from 'vitest/config';
import usual from './vitest.ts';

/** Tests that take minutes each: races and faults, over and over. */
export default defineConfig(() => {
  const long = mergeConfig(usual, { test: { testTimeout: 1_800_000, hookTimeout: 600_000 } });
  return { ...long, test: { ...long.test, include: ['test/long/**/*.test.ts'] } };
});
