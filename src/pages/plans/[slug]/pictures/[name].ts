import type { APIRoute, GetStaticPaths } from 'astro';
import { keyedEntries } from '../../../../components/page-key.ts';
import { picturesOfEntry } from '../../../../components/plan-entries.ts';
import type { PublishedPicture } from '../../../../pictures/published-pictures.ts';

interface Props {
  readonly picture: PublishedPicture;
}

export const getStaticPaths: GetStaticPaths = async () => {
  const plans = (await keyedEntries()).map(async (source) => ({ source, pictures: await picturesOfEntry(source) }));
  return (await Promise.all(plans)).flatMap(({ source: { plan, cacheKey }, pictures }) =>
    [...pictures].map(([name, picture]) => ({ params: { slug: plan.slug, name }, props: { picture }, cacheKey })),
  );
};

/** A picture of a plan's text. */
export const GET: APIRoute<Props> = ({ props: { picture } }) =>
  new Response(Buffer.from(picture.bytes), {
    headers: { 'Content-Type': picture.name.endsWith('.svg') ? 'image/svg+xml' : 'image/webp' },
  });
