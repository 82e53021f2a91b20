import { describe, expect, test } from 'vitest';
import { routesUnder } from '../../../src/model/shelf/routes.ts';

describe.each([
  ['/', '/'],
  ['/team/plans', '/team/plans/'],
  ['/team/plans/', '/team/plans/'],
])('under %s', (base, root) => {
  const routes = routesUnder(base);

  test('all addresses begin with the base, once', () => {
    expect(routes.shelf).toBe(root);
    expect(routes.plan('a')).toBe(`${root}plans/a/`);
    expect(routes.print('a', 'meeting')).toBe(`${root}print/a/meeting/`);
    expect(routes.pdf('a', 'meeting')).toBe(`${root}pdf/a.meeting.pdf`);
    expect(routes.downloadsOf('a').map(({ address }) => address)).toEqual(
      ['docx', 'xlsx', 'ics', 'md', 'json'].map((format) => `${root}plans/a/a.${format}`),
    );
    expect(routes.guide).toBe(`${root}guide/`);
    expect(routes.picture('a', 'meeting', { page: 2, width: 800, format: 'webp' })).toBe(
      `${root}pictures/a/meeting-2.800.webp`,
    );
    expect(routes.sharePicture('a', 'meeting')).toBe(`${root}pictures/a/meeting.share.jpg`);
    expect(routes.industry('bank')).toBe(`${root}industry/bank/`);
    expect(routes.industry('bank', 2)).toBe(`${root}industry/bank/2/`);
    expect(routes.plans).toBe(`${root}plans.json`);
    expect(routes.feed).toBe(`${root}rss.xml`);
    expect(routes.fill('a')).toBe(`${root}plans/a/fill/`);
    expect(routes.downloadsOf('a')[0]?.address).toBe(`${root}plans/a/a.docx`);
    expect(routes.compare()).toBe(`${root}compare/`);
    expect(routes.compare(['a', 'b'])).toBe(`${root}compare/?a=a&b=b`);
    expect(routes.planDocument('a')).toBe(`${root}plans/a/document.json`);
    expect(routes.comparison('a')).toBe(`${root}plans/a/compare.json`);
    expect(routes.planSchema).toBe(`${root}schema/plan.schema.json`);
  });

  test('Chinese slugs are percent-encoded', () => {
    const encoded = encodeURIComponent('客服-计划');
    expect(routes.plan('客服-计划')).toBe(`${root}plans/${encoded}/`);
    expect(routes.pdf('客服-计划', 'one-page')).toBe(`${root}pdf/${encoded}.one-page.pdf`);
    expect(routes.compare(['客服-计划'])).toBe(`${root}compare/?a=${encoded}`);
    expect(new URL(routes.print('客服-计划', 'meeting'), 'https://example.cn').pathname).toBe(
      routes.print('客服-计划', 'meeting'),
    );
  });
});
