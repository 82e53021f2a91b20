/** Full-width forms as half-width ones, character by character: ９５％ → 95%. */
export function plainWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000−〜∶]/g, (character) => {
    const other = { '\u3000': ' ', '−': '-', '〜': '~', '∶': ':' }[character];
    return other ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
}
