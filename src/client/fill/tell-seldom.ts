import type { seldom } from './seldom-notices.ts';

/** Says what is said seldom: the words are no part of what every visit loads. */
export function tellSeldom(what: keyof typeof seldom, name = ''): void {
  void import('./seldom-notices.ts').then(({ seldom }) => {
    seldom[what](name);
  });
}
