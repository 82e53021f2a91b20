/** What of HTML a document may hold, wherever it comes from. */

/** Elements that say something of words. */
export const spanElements = [
  'abbr',
  'cite',
  'dfn',
  'ins',
  'kbd',
  'q',
  'rp',
  'rt',
  'ruby',
  'samp',
  'small',
  'span',
  'time',
  'var',
  'wbr',
] as const;

/** Elements that hold blocks together. */
export const groupElements = ['aside', 'details', 'div', 'figcaption', 'section', 'summary'] as const;

/** Attributes that say how a block or span is read or set. */
export const keptAttributes = ['class', 'dir', 'lang', 'title', 'reversed', 'type', 'value', 'datetime'] as const;
