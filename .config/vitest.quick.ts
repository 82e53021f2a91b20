import { defineConfig } from 'vitest/config';
import usual from './vitest.ts';

/** Fast feedback on rules, model and renderers, within a minute: no browser, no build, no other program. */
export default defineConfig({
  test: {
    ...usual.test,
    include: [
      'test/unit/{check,components,document,export,fill,markdown,model}/**/*.test.ts',
      'test/unit/house.test.ts',
    ],
    exclude: ['test/unit/export/office-validity.test.ts', 'test/unit/check/check-in-parallel.test.ts'],
    env: { PLANSHELF_FUZZ: '50', ...process.env },
  },
});
