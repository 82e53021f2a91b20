/**
 * How much of anything is read. No plan comes near these bounds; beyond them, readers of Markdown and YAML, and browsers that
 * set pages, take minutes for a few kilobytes, or all memory.
 */

/** Bytes of an entry, or of a values file. */
export const largestFile = 2_000_000;
/** UTF-16 units of one value, cell or paragraph. */
export const longestValue = 50_000;
