import sharp from 'sharp';
import { expect, test } from 'vitest';
import { packFiles, unpackFiles } from '../../../src/press/cache/file-pack.ts';
import { encodePictures } from '../../../src/press/pictures.ts';
import { meeting } from '../../fixtures/print/press-run.ts';

/** A white page in the reading width with a black upper left quarter. */
function pageShot(): Promise<Buffer> {
  const black = { create: { width: 397, height: 562, channels: 3, background: 'black' } } as const;
  return sharp({ create: { width: 794, height: 1123, channels: 3, background: 'white' } })
    .composite([{ input: black, left: 0, top: 0 }])
    .png()
    .toBuffer();
}

const shape = async (file: Uint8Array | undefined) => {
  const { format, width, height } = await sharp(file).metadata();
  return { format, width, height };
};

test('makes every picture of each page, in its size and format, showing the page', async () => {
  const shot = await pageShot();
  const files = await encodePictures(meeting, [shot, shot]);
  expect([...files.keys()].sort()).toEqual([
    'meeting-1.480.avif',
    'meeting-1.480.webp',
    'meeting-1.794.avif',
    'meeting-1.794.webp',
    'meeting-2.794.webp',
    'meeting.share.jpg',
  ]);
  expect(await shape(files.get('meeting-1.480.avif'))).toEqual({ format: 'heif', width: 480, height: 679 });
  expect(await shape(files.get('meeting-2.794.webp'))).toEqual({ format: 'webp', width: 794, height: 1123 });
  expect(await shape(files.get('meeting.share.jpg'))).toEqual({ format: 'jpeg', width: 1200, height: 630 });
  const { data, info } = await sharp(files.get('meeting-1.480.webp')).raw().toBuffer({ resolveWithObject: true });
  const grey = (x: number, y: number) => data[(y * info.width + x) * info.channels];
  expect(grey(10, 10)).toBeLessThan(20);
  expect(grey(470, 670)).toBeGreaterThan(235);
});

test('a page that is wider than high is shared whole', async () => {
  const shot = await sharp({ create: { width: 1123, height: 794, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const files = await encodePictures({ name: 'm', page: { width: 297, height: 210 } }, [shot]);
  expect(await shape(files.get('m-1.794.webp'))).toEqual({ format: 'webp', width: 794, height: 561 });
  expect(await shape(files.get('m.share.jpg'))).toEqual({ format: 'jpeg', width: 1200, height: 630 });
});

test('the same page gives the same bytes', async () => {
  const shot = await pageShot();
  const [one, two] = [await encodePictures(meeting, [shot]), await encodePictures(meeting, [shot])];
  expect([...one].map(([name, file]) => [name, Buffer.from(file).toString('base64')])).toEqual(
    [...two].map(([name, file]) => [name, Buffer.from(file).toString('base64')]),
  );
});

test('a pack gives back what was packed', () => {
  const files = new Map([
    ['a.webp', new Uint8Array([10, 0, 255])],
    ['空.webp', new Uint8Array()],
    ['b.avif', new Uint8Array([1])],
  ]);
  const unpacked = unpackFiles(packFiles(files));
  expect([...unpacked].map(([name, bytes]) => [name, [...bytes]])).toEqual([
    ['a.webp', [10, 0, 255]],
    ['空.webp', []],
    ['b.avif', [1]],
  ]);
});
