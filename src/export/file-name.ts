import type { Manuscript } from './manuscript.ts';

/** Names that Windows keeps for devices, whatever follows the point. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Most file systems take 255 bytes; an ending and a number have to fit too. */
const longest = 200;

/**
 * Name of a finished document without ending: its title where all of that is filled in, else the unit and the plan's
 * title: 锦绣物业2027年客户服务工作计划, 锦绣物业 住宅小区物业客服部年度工作计划.
 */
export function fileStem({ title, unit, filled: { plan } }: Pick<Manuscript, 'title' | 'unit' | 'filled'>): string {
  const named = title.includes('【') || title.trim() === '' ? `${unit} ${plan.title}` : title;
  const stem = safeFileName(named);
  return stem === '' ? plan.slug : stem;
}

/** A text as a file name that Windows, macOS and Linux all take; '' where nothing of it is left. */
export function safeFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .toWellFormed()
    // Reserved characters, controls, and what changes the direction of a name.
    .replace(/[<>:"/\\|?*\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]+/g, ' ')
    .replace(/\s+/g, ' ');
  let name = '';
  let bytes = 0;
  for (const character of plain) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > longest) break;
    name += character;
  }
  const trimmed = name.replace(/^[\s.]+|[\s.]+$/g, '');
  return reserved.test(trimmed) ? `_${trimmed}` : trimmed;
}
