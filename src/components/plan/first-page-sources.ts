import { type PictureFormat, picturesOfPage } from '../../model/template/page-picture.ts';
import type { Routes } from '../../model/shelf/routes.ts';

/** The `srcset` of a plan's first page in one format: `/pictures/<slug>/meeting-1.480.webp 480w, …`. */
export function firstPageSources(routes: Routes, slug: string, template: string, format: PictureFormat): string {
  return picturesOfPage(1)
    .filter((picture) => picture.format === format)
    .map((picture) => `${routes.picture(slug, template, picture)} ${picture.width}w`)
    .join(', ');
}
