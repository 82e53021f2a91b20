/** Text of a property. RFC 5545 §3.3.11 */
export function icsText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

/** Longest content line in octets, its end not counted. RFC 5545 §3.1 */
const longestLine = 75;

/**
 * Content lines, folded at 75 octets without cutting a character, each ended by CRLF. RFC 5545 §3.1
 */
export function icsLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function folded(line: string): string {
  let text = '';
  let octets = 0;
  let from = 0;
  for (let at = 0; at < line.length;) {
    const code = line.codePointAt(at) ?? 0;
    const size = utf8Size(code);
    if (octets + size > longestLine) {
      text += `${line.slice(from, at)}\r\n `;
      from = at;
      octets = 1;
    }
    octets += size;
    at += code > 0xffff ? 2 : 1;
  }
  return text + line.slice(from);
}

/** How many octets a character has in UTF-8. RFC 3629 §3; half of a surrogate pair is written as U+FFFD, which has three. */
function utf8Size(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
