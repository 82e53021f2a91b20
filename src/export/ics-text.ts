/** Text of a property. RFC 5545 §3.3.11 */
export function icsText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

/**
 * Content lines, folded at 75 octets without cutting a character, each ended by CRLF. RFC 5545 §3.1
 */
export function icsLines(lines: readonly string[]): string {
  const encoder = new TextEncoder();
  return lines
    .map((line) => {
      let folded = '';
      let octets = 0;
      for (const character of line) {
        const size = encoder.encode(character).length;
        if (octets + size > 75) {
          folded += '\r\n ';
          octets = 1;
        }
        folded += character;
        octets += size;
      }
      return `${folded}\r\n`;
    })
    .join('');
}
