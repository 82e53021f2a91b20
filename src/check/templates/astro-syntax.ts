import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { TemplateFinding } from './finding.ts';

/** What the compiler says of a component; offsets are in bytes of UTF-8. */
interface Compiler {
  readonly transform: (source: string, options: object) => { readonly diagnostics: readonly Diagnostic[] };
}

interface Diagnostic {
  readonly severity: string;
  readonly text: string;
  readonly labels: readonly { readonly start: number }[];
}

let compiler: Promise<Compiler> | undefined;

/** The compiler that Astro itself uses, in the version that it brings. */
function loadCompiler(): Promise<Compiler> {
  const path = createRequire(import.meta.resolve('astro/package.json')).resolve('@astrojs/compiler-rs');
  return (compiler ??= import(pathToFileURL(path).href) as Promise<Compiler>);
}

/** The first mistake for which Astro could not compile a component of a template; what follows it is read wrongly. */
export async function checkAstroSyntax(file: string, text: string): Promise<readonly TemplateFinding[]> {
  const { transform } = await loadCompiler();
  const { diagnostics } = transform(text, { filename: file, resolvePath: (path: string) => path });
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (fault === undefined) return [];
  const before = Buffer.from(text).subarray(0, fault.labels[0]?.start ?? 0);
  return [
    {
      code: 'template-astro-syntax',
      file,
      offset: before.toString().length,
      what: `这里读不下去（${fault.text.replace(/\.$/, '')}）`,
      fix: '检查这一处的标签、花括号和引号是否成对，开头的 --- 是否有另一行 --- 结束。',
    },
  ];
}
