import type { lazyNotices } from './lazy-notices.ts';

/** Says what is said seldom: the words are no part of what every visit loads. */
export function lazyNotice(what: keyof typeof lazyNotices, name = ''): void {
  void import('./lazy-notices.ts').then(({ lazyNotices }) => {
    lazyNotices[what](name);
  });
}
