import { parse } from 'yaml';
import { shelfSchema } from '../../model/shelf/shelf-settings.ts';

const [source = ''] = Object.values(
  import.meta.glob<string>('../../../content/shelf.yaml', { query: '?raw', import: 'default', eager: true }),
);
const read = shelfSchema.safeParse(parse(source) ?? {});
if (!read.success) throw new Error('content/shelf.yaml 没有通过检查；运行 npm run plan -- check 看哪里要改。');

/** What the shelf says of itself, from `content/shelf.yaml`; the defaults where there is no such file. */
export const shelf = read.data;
