import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryDocument } from '../../../src/document/entry-document.ts';
import type { PlanDocument } from '../../../src/document/schema.ts';
import { everyInline } from '../../../src/document/walk.ts';
import {
  type PublishedPicture,
  publishedPictures,
  withPublishedPictures,
} from '../../../src/pictures/published-pictures.ts';
import { samplePlan } from '../components/sample-plan.ts';
import { projectRoot } from '../check/fixtures.ts';

const entry = 'content/plans/second.mdx';
let root = '';

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'planshelf-')));
  await cp(join(projectRoot, 'test/fixtures/site/content'), join(root, 'content'), { recursive: true });
  await cp(join(projectRoot, 'test/fixtures/site/public'), join(root, 'public'), { recursive: true });
});

afterAll(() => rm(root, { recursive: true }));

const documentWith = (prose: string): PlanDocument => entryDocument(samplePlan(), `\n${prose}\n`);

function pictures(prose: string): Promise<ReadonlyMap<string, PublishedPicture>> {
  const program = join(projectRoot, 'src/pictures/draw-svg-process.ts');
  return publishedPictures(documentWith(prose), entry, { root, drawn: join(root, 'drawn'), program });
}

async function only(prose: string): Promise<PublishedPicture> {
  const [picture, ...more] = (await pictures(prose)).values();
  if (picture === undefined || more.length > 0) throw new Error(`${more.length + 1} pictures`);
  return picture;
}

test('a photograph is published without its metadata, upright and no wider than paper shows', async () => {
  const photo = sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#678' } });
  const noted = photo.withExif({ IFD0: { Copyright: '某人' } }).withMetadata({ orientation: 6 });
  await writeFile(join(root, 'content/pictures/photo.jpg'), await noted.jpeg().toBuffer());
  const { name, bytes, width, height } = await only('![图](../pictures/photo.jpg)');
  expect(name).toMatch(/^[0-9a-f]{16}\.webp$/);
  expect([width, height]).toEqual([2400, 3200]);
  const { exif, orientation, format } = await sharp(bytes).metadata();
  expect([exif, orientation, format]).toEqual([undefined, undefined, 'webp']);
});

test('a drawing becomes a picture of the same size without anything that runs, its words drawn', async () => {
  const { name, bytes, width, height } = await only('![图](../pictures/script.svg)');
  expect(name).toMatch(/\.svg$/);
  expect([width, height]).toEqual([200, 60]);
  const [, data = ''] =
    /^<svg xmlns="[^"]+" width="200" height="60" viewBox="0 0 200 60"><image width="200" height="60" href="data:image\/png;base64,([^"]+)"\/><\/svg>\n$/.exec(
      Buffer.from(bytes).toString(),
    ) ?? [];
  const { data: pixels, info } = await sharp(Buffer.from(data, 'base64'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([600, 180]);
  const dark = pixels.filter((value, index) => index % info.channels === 0 && value < 60).length;
  expect(dark).toBeGreaterThan(1000);
});

test('the same picture is published once, wherever it stands; one in public/ stays where it is', async () => {
  const prose = '![一](../pictures/a.png)\n\n| 图 |\n| --- |\n| ![二](../pictures/a.png) |\n\n![三](/own.png)';
  const found = await pictures(prose);
  expect([...found.keys()]).toEqual(['../pictures/a.png']);
  const document = withPublishedPictures(documentWith(prose), found, (name) => `/p/${name}`);
  const shown = [...everyInline(document.blocks)].filter((inline) => inline.kind === 'picture');
  const { name = '', width, height } = found.get('../pictures/a.png') ?? {};
  expect(shown.map(({ src, alt }) => [src, alt])).toEqual([
    [`/p/${name}`, '一'],
    [`/p/${name}`, '二'],
    ['/own.png', '三'],
  ]);
  expect(shown[0]).toMatchObject({ width, height });
});

test.each(['../pictures/run.js', '../pictures/run.png', '../pictures/none.png', '../../../outside.png'])(
  '%s is not published',
  async (address) => {
    await expect(pictures(`![图](${address})`)).rejects.toThrow();
  },
);
