import type { VFile } from 'vfile';
import { z } from 'zod';
import { type Field, fieldSchema } from '../model/field.ts';
import { toPlanFields } from '../model/plan.ts';

const frontmatterSchema = z.object({ fields: z.array(fieldSchema) });

/**
 * The fields of the entry that is being compiled, base fields included. An entry whose fields are not valid gets the
 * base fields alone: the check has already refused it, and compiling must not fail in its place.
 */
export function fieldsOf(file: VFile): readonly Field[] {
  const parsed = frontmatterSchema.safeParse(file.data.astro?.frontmatter);
  return toPlanFields(parsed.success ? parsed.data.fields : []);
}
