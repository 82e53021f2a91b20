/**
 * How a plan's text and a reader's query meet in the index. Dictionaries cut Chinese differently in a long text and in
 * a two-character query (客户|服务 against 户服), so words lose matches and add false ones. Here every character is a
 * word of its own and a term is a phrase of them: a substring of the text is found, and nothing that only shares its
 * characters.
 */

/** What the index takes as the border of a word, and no reader sees. */
const wordBorder = '\u200B';

/** The text with every character made a word. It ends as it did: the index sees by that where a sentence ends. */
export function spaceCharacters(text: string): string {
  return text.replace(/\S/gu, `${wordBorder}$&`);
}

/** The text as it was. */
export function joinCharacters(spaced: string): string {
  return spaced.replaceAll(wordBorder, '');
}

/** The terms of a query: what stands between spaces, each once. All of them are to be found. */
export function termsOf(query: string): string[] {
  const terms = foldWidth(query.normalize('NFC')).toLowerCase().split(/\s+/u);
  return [...new Set(terms.filter((term) => /[\p{L}\p{N}]/u.test(term)))];
}

/** Letters and figures as wide as a Chinese character, as input methods write them, become ordinary ones. */
function foldWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/**
 * What to ask the index for: `满意度，≥95` → `"满 意 度"`, `"9 5"`. Punctuation is no word and separates phrases; whether
 * it stands in the text too is for {@link holdsTerms} to say.
 */
export function phrasesOf(terms: readonly string[]): string[] {
  const phrases = terms.flatMap((term) => term.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  return [...new Set(phrases)].map((phrase) => `"${Array.from(phrase).join(' ')}"`);
}

/** Whether a text holds every term. */
export function holdsTerms(text: string, terms: readonly string[]): boolean {
  const folded = foldCase(text);
  return terms.every((term) => folded.includes(term));
}

/** Lower case, character by character, so that places stay what they are: İ would become two. */
export function foldCase(text: string): string {
  return text.replace(/\p{Lu}/gu, (char) => {
    const lower = char.toLowerCase();
    return lower.length === char.length ? lower : char;
  });
}
