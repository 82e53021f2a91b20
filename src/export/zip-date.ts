/**
 * Sets the time of every file in a ZIP archive, so that the same document gives the same bytes: the libraries that write
 * DOCX and XLSX put the present time there. The archive is changed in place.
 *
 * Fields by PKWARE's APPNOTE 6.3.10: end of central directory §4.3.16, central header §4.3.12, local header §4.3.7; MS-DOS
 * date and time §4.4.6.
 * @throws {Error} if the bytes are no archive as those libraries write them
 */
export function withZipDate(archive: Uint8Array<ArrayBuffer>, date: Date): Uint8Array<ArrayBuffer> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Error('not a ZIP archive without comment');
  const { time, day } = dosTime(date);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== 0x02014b50)
      throw new Error('central directory of the ZIP archive is not where it should be');
    view.setUint16(at + 12, time, true);
    view.setUint16(at + 14, day, true);
    const local = view.getUint32(at + 42, true);
    view.setUint16(local + 10, time, true);
    view.setUint16(local + 12, day, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}

/** In UTC; 1980 is the first year that the format has. */
function dosTime(date: Date): { readonly time: number; readonly day: number } {
  const year = Math.min(Math.max(date.getUTCFullYear(), 1980), 2107);
  return {
    time: (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    day: ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
  };
}
