/** What pages ask of shared drafts and booklets before they load what reads them. */

/** What the fragment of an address begins with that holds a draft. */
export const draftMark = 'draft=';
/** What the fragment of an address begins with that holds a booklet. */
export const bookletMark = 'booklet=';

/** Most papers of a booklet: more than a meeting reads. It keeps a link, or a damaged store, from holding without end. */
export const mostPapers = 50;
