import type { Draft } from './draft.ts';
import { type DraftReading, parsedJson, readDraft, refused } from './draft-read.ts';
import { linkDraft, readLinkDraft } from './link-draft.ts';
import { type Sharing, TooLargeError, fragmentOf, partsOf, unpack } from './packed-text.ts';
import { draftMark } from './sharing.ts';
import { textHash } from '../document/edits/text-hash.ts';

/**
 * A whole draft as the fragment of an address: `draft=2.<hash>.<packed>`. JSON, deflated, in base64url; the hash tells a
 * link that was cut or altered. Fragments are not sent to any server. A link of version 1 holds a draft of version 1.
 * https://www.rfc-editor.org/rfc/rfc1951, https://www.rfc-editor.org/rfc/rfc4648#section-5
 */
export async function shareFragment(draft: Draft): Promise<Sharing> {
  const json = JSON.stringify(linkDraft(draft));
  return fragmentOf(`${draftMark}2.${textHash(json)}.`, json);
}

/**
 * Reads a share link's fragment, with or without #. Never rejects: what was cut, altered, written by a future version or
 * unpacks to more than `largestUnpacked` is a problem.
 */
export async function readShared(fragment: string): Promise<DraftReading> {
  const [version = '', hash, packed = '', ...more] = partsOf(fragment, draftMark);
  const isKnown = version === '1' || version === '2';
  if (!isKnown && /^\d+$/.test(version) && hash !== undefined)
    return refused('newer', `这个链接由更新的版本写成（格式 ${version}）。没有改动任何内容；请刷新页面后再打开。`);
  if (!isKnown || more.length > 0) return cut();
  const json = await unpack(packed);
  if (json instanceof TooLargeError)
    return refused('too-large', '这个链接里的内容大得不合常理，没有打开。没有改动任何内容；请对方改用文件发送。');
  if (json === undefined || textHash(json) !== hash) return cut();
  return version === '1' ? readDraft(json) : readLinkDraft(parsedJson(json));
}

function cut(): DraftReading {
  return refused(
    'damaged',
    '这个链接不完整或被改动过，稿读不出来。没有改动任何内容；请复制完整的链接，或请对方改用文件发送。',
  );
}
