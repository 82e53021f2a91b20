import { lazyStrings as words } from '../../components/fill/lazy-strings.zh.ts';
import { notice } from './notices.ts';

/** What is said seldom, each in its place. */
export const lazyNotices = {
  damaged: () => {
    notice(words.damaged, { about: 'storage' });
  },
  gone: () => {
    notice(words.gone, { about: 'storage' });
  },
  followed: () => {
    notice(words.followed, { about: 'windows', passing: true });
  },
  /** @param name of the draft that was made here */
  forked: (name: string) => {
    notice(words.forked(name), { about: 'windows' });
  },
  'deleted-elsewhere': () => {
    notice(words.deletedElsewhere, { about: 'windows' });
  },
  republished: () => {
    notice(words.republished, { about: 'republished' });
  },
};
