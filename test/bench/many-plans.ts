/** A shelf of as many plans as are asked for, made from the plans of this one: same lengths, same tables, other words. */
import { cp, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const copied = ['src', 'templates', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
const places = ['东区', '西区', '南城', '北城', '高新区', '老城', '江北', '江南', '新港', '临湖'];
const units = ['第一分部', '第二分部', '直属中心', '示范点', '营业厅', '项目部', '服务站', '片区'];
const manners = ['逐日登记', '次日回访', '当周通报', '按月分析', '按季复盘', '随班抽查', '交叉检查', '专人督办'];
const objects = ['来电', '工单', '投诉', '报修', '回访', '台账', '排班', '培训'];

/** Numbers from 0 up to 1 that are the same in every run (mulberry32, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function picker(seed: number): (from: readonly string[]) => string {
  const random = randomFrom(seed);
  return (from) => from[Math.floor(random() * from.length)] ?? '';
}

/** Another plan of the same build: its title, and three paragraphs of its own before the first heading. */
function varied(text: string, number: number): string {
  const pick = picker(number);
  const paragraph = () =>
    Array.from(
      { length: 4 },
      () => `${pick(places)}的${pick(objects)}由${pick(units)}${pick(manners)}，${pick(objects)}${pick(manners)}。`,
    ).join('');
  const own = Array.from({ length: 3 }, paragraph).join('\n\n');
  return text
    .replace(
      /^title: (.*)$/m,
      (_, title: string) => `title: ${title.slice(0, 40)}（${pick(places)}${pick(units)}${number}）`,
    )
    .replace(/\n---\n/, (end) => `${end}\n${own}\n`);
}

/**
 * Makes a project in a folder: this project's code, `count` plans.
 * @param root this project
 */
export async function makeManyPlans(root: string, folder: string, count: number): Promise<void> {
  await mkdir(join(folder, 'content/plans'), { recursive: true });
  for (const name of copied) await cp(join(root, name), join(folder, name), { recursive: true });
  await cp(join(root, 'content/industries.yaml'), join(folder, 'content/industries.yaml'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const names = (await readdir(join(root, 'content/plans'))).filter((name) => name.endsWith('.mdx')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(root, 'content/plans', name), 'utf8')));
  for (let number = 0; number < count; number += 1) {
    const text = texts[number % texts.length] ?? '';
    await writeFile(join(folder, 'content/plans', `plan-${String(number).padStart(4, '0')}.mdx`), varied(text, number));
  }
}
