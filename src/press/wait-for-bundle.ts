import type { DevEnvironment, ViteDevServer } from 'vite';

type DepsOptimizer = NonNullable<DevEnvironment['depsOptimizer']>;

/** Of the packages that are known to be needed and not bundled yet, when they will be. */
function inTheMaking({ metadata }: DepsOptimizer): readonly Promise<void>[] {
  return Object.values(metadata.discovered).flatMap(({ processing }) => processing ?? []);
}

/**
 * Waits until a development server has bundled every package that its pages are known to need. To a page that loads earlier it
 * may give parts of two bundles.
 * @returns a name of the bundle: another one where pages that have loaded before are out of date
 */
export async function waitForBundle({ environments: { client } }: ViteDevServer): Promise<string> {
  const optimizer = client.depsOptimizer;
  if (optimizer === undefined) return '';
  await client.waitForRequestsIdle();
  await optimizer.scanProcessing;
  for (let left = inTheMaking(optimizer); left.length > 0; left = inTheMaking(optimizer)) await Promise.all(left);
  return optimizer.metadata.browserHash;
}
