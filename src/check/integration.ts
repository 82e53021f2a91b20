import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFrontMatter } from '../markdown/find-front-matter.ts';
import { planSchema } from '../model/plan.ts';
import { checkShelfFiles } from './content-files.ts';
import { checkInParallel } from './check-in-parallel.ts';
import { compileChecked, differences, digestsOf, type EntryDigests, unmatchedPlans } from './checked-entries.ts';
import { listEntries } from './load.ts';
import { report } from './report.ts';
import { checkTemplates } from './templates/check-templates.ts';
import { readYaml } from './data/yaml-content.ts';

/**
 * Checks every plan and template before a build, and stops it where one has an error. Warnings are shown and let pass. What is
 * built is what was checked: the build stops as well where it is made of other entries, or of fewer. The development server
 * shows problems in its pages; it too is stopped by an entry that Astro could not start with.
 */
export function planCheck(): AstroIntegration {
  let root = '';
  let checked: EntryDigests = new Map();
  return {
    name: 'planshelf:check',
    hooks: {
      'astro:config:setup': async ({ command, config, logger, updateConfig }) => {
        root = fileURLToPath(config.root);
        if (command === 'dev') return stopUnreadable(root, await listEntries(root), logger);
        if (command !== 'build') return;
        checked = await digestsOf(root);
        await checkAll(root, [...checked.keys()], logger);
        updateConfig({ vite: { plugins: [compileChecked(root, checked)] } });
      },
      'astro:build:done': async ({ pages, logger }) => {
        const unmatched = unmatchedPlans(
          checked,
          pages.map(({ pathname }) => pathname),
        );
        const changed = differences(checked, await digestsOf(root));
        if (unmatched.length + changed.length === 0) return;
        const named = [...changed, ...unmatched].slice(0, 10).join('、');
        stop(
          logger,
          `生成的和检查过的不是同一批计划，没有发布：${named}。可能有人同时在改文件，或另有一次生成在运行；请等它结束，再运行一次。`,
        );
      },
    },
  };
}

async function checkAll(root: string, paths: readonly string[], logger: AstroIntegrationLogger): Promise<void> {
  const ofFiles = await checkShelfFiles(root);
  const ofEntries = await checkInParallel(root, paths);
  const { templates, problems: ofTemplates } = await checkTemplates(root);
  const problems = [...ofFiles, ...ofEntries, ...ofTemplates];
  const text = report(problems, paths.length, 'text', templates);
  if (problems.some(({ severity }) => severity === 'error'))
    stop(logger, `计划或版式没有通过检查，什么都没有生成。\n\n${text}`);
  logger.info(text);
}

/** Astro ends where it reads an entry that its schema refuses, with a stack trace. */
async function stopUnreadable(root: string, paths: readonly string[], logger: AstroIntegrationLogger): Promise<void> {
  const unreadable = paths.filter((path) => !isReadable(readFileSync(join(root, path), 'utf8')));
  if (unreadable.length === 0) return;
  const problems = await checkInParallel(root, unreadable);
  stop(logger, `计划的数据部分读不出来，开发服务器没有启动。\n\n${report(problems, unreadable.length, 'text')}`);
}

function isReadable(text: string): boolean {
  const found = findFrontMatter(text);
  const read = typeof found === 'string' ? undefined : readYaml(text.slice(found.start, found.end));
  return read !== undefined && 'content' in read && planSchema.safeParse(read.content).success;
}

/** Astro would put its own words and a stack trace around an error that is thrown here. */
function stop(logger: AstroIntegrationLogger, reason: string): never {
  logger.error(reason);
  process.exit(1);
}
