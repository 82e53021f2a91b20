import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files with builds and browsers first, since one of them that began last would run on alone. Vitest goes by what files took
 * in the run before, and in a fresh clone by their size alone.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => /\/test\/(?:e2e|unit\/press)\//.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    globalSetup: 'test/e2e/global-setup.ts',
    include: ['test/unit/**/*.test.ts', 'test/e2e/**/*.test.ts'],
    // Most of the time goes to builds and browsers that wait for each other: as many files at once as there are processors.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // Modules are loaded once a worker: nothing here keeps what a test of another file could meet.
    isolate: false,
    // Against what hangs; a machine that does other work beside takes several times as long as one that does not.
    testTimeout: 240_000,
    hookTimeout: 480_000,
    // How long a page may take to become what is expected; a second, as it is by itself, is little on a loaded machine.
    expect: { poll: { timeout: 10_000 } },
    // Snapshots and expectations change only on the explicit flag.
    update: false,
  },
});
