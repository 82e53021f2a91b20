import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { normalizeBase, pathWithin, serve, type SiteServer } from '../../../src/press/serve.ts';

let folder: string;
let site: SiteServer;
let based: SiteServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planshelf-serve-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, '_astro'), { recursive: true });
  await mkdir(join(dist, 'plans/计划 一'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(dist, 'index.html'), '<p>首页');
  await writeFile(join(dist, '404.html'), '<p>没有');
  await writeFile(join(dist, 'plans/计划 一/index.html'), '<p>计划');
  await writeFile(join(dist, '_astro/a.HASH.js'), 'export {}');
  await writeFile(join(dist, 'a.pdf'), '%PDF');
  site = await serve({ root: dist });
  based = await serve({ root: dist, base: '/team/plans' });
});

afterAll(async () => {
  await Promise.all([site.close(), based.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** Sends the path as it is; fetch would tidy it up. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET', origin = site.origin) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['/', 'text/html; charset=utf-8', '<p>首页'],
  ['/index.html', 'text/html; charset=utf-8', '<p>首页'],
  ['/plans/%E8%AE%A1%E5%88%92%20%E4%B8%80/', 'text/html; charset=utf-8', '<p>计划'],
  ['/a.pdf?x=1', 'application/pdf', '%PDF'],
  ['/_astro/a.HASH.js', 'text/javascript; charset=utf-8', 'export {}'],
])('%s is sent as %s', async (path, type, body) => {
  expect(await get(path)).toMatchObject({ status: 200, headers: { 'content-type': type }, body });
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/plans/..%2f..%2fsecret.txt',
  '/plans/..%5c..%5csecret.txt',
  '/nothing',
  '/%00',
  '/%zz',
  '/a.pdf/x',
])('%s is not there', async (path) => {
  expect(await get(path)).toMatchObject({ status: 404, body: '<p>没有' });
});

test('a folder without slash leads to the one with it, and never to another host', async () => {
  expect((await get('/plans/%E8%AE%A1%E5%88%92%20%E4%B8%80?a=b')).headers['location']).toBe(
    '/plans/%E8%AE%A1%E5%88%92%20%E4%B8%80/?a=b',
  );
  const { headers } = await get('//plans');
  expect(headers).toMatchObject({ location: '/plans/', 'cache-control': 'no-cache' });
});

test('an unchanged file is not sent again, a hashed one is not even asked for', async () => {
  const first = await get('/index.html');
  expect(first.headers['cache-control']).toBe('no-cache');
  expect(await get('/index.html', { 'if-none-match': String(first.headers['etag']) })).toMatchObject({
    status: 304,
    body: '',
  });
  expect((await get('/_astro/a.HASH.js')).headers['cache-control']).toContain('immutable');
});

test.each([
  ['bytes=1-2', 206, 'PD', 'bytes 1-2/4'],
  ['bytes=-1', 206, 'F', 'bytes 3-3/4'],
  ['bytes=9-', 416, /^416 /, 'bytes */4'],
])('the part %s of a file is answered with %i', async (range, status, body, sent) => {
  const answer = await get('/a.pdf', { range });
  expect(answer).toMatchObject({ status, body: expect.stringMatching(body) as string });
  expect(answer.headers['content-range']).toBe(sent);
});

test('what is not there has no parts', async () => {
  expect(await get('/nothing', { range: 'bytes=0-1' })).toMatchObject({ status: 404, body: '<p>没有' });
});

test('HEAD sends no body, other methods are refused', async () => {
  expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '', headers: { 'content-length': '9' } });
  expect(await get('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test('under a base path only what is below it is there', async () => {
  expect(based.url).toBe(`${based.origin}/team/plans/`);
  expect(await get('/team/plans/', {}, 'GET', based.origin)).toMatchObject({ status: 200, body: '<p>首页' });
  expect(await get('/index.html', {}, 'GET', based.origin)).toMatchObject({ status: 404 });
  expect((await get('/', {}, 'GET', based.origin)).headers['location']).toBe('/team/plans/');
  expect((await get('/team/plans/plans?a=b', {}, 'GET', based.origin)).headers['location']).toBe(
    '/team/plans/plans/?a=b',
  );
});

test('a request while a build replaces the site gets the new one', async () => {
  const dist = join(folder, 'changing');
  await mkdir(dist);
  await writeFile(join(dist, 'index.html'), '<p>旧');
  const changing = await serve({ root: dist });
  await rename(dist, `${dist}-previous`);
  await mkdir(`${dist}-next`);
  await writeFile(join(`${dist}-next`, 'index.html'), '<p>新');
  const [answer] = await Promise.all([get('/', {}, 'GET', changing.origin), rename(`${dist}-next`, dist)]);
  expect([answer.status, answer.body]).toEqual([200, '<p>新']);
  await changing.close();
});

test('a port that is taken leads to the next free one', async () => {
  const port = Number(new URL(site.origin).port);
  const second = await serve({ root: folder, port });
  expect(Number(new URL(second.origin).port)).toBeGreaterThan(port);
  await second.close();
  await second.close();
});

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['a/b', '/a/b/'],
  ['/a/b/', '/a/b/'],
])('base %j is %s', (base, normal) => {
  expect(normalizeBase(base)).toBe(normal);
});

test('pathWithin', () => {
  expect(pathWithin('/a/', '/a/b/c')).toBe('b/c');
  expect(pathWithin('/a/', '/ab/c')).toBeUndefined();
  expect(pathWithin('/', '/b/../../c')).toBeUndefined();
});
