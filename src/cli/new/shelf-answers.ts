import { Document } from 'yaml';
import { nearest } from '../../model/nearest.ts';
import { type LicenceKey, licenceKeys, licences, shelfNameSchema } from '../../model/shelf/shelf-settings.ts';
import { UsageError } from '../command.ts';
import { initStrings as words } from './init-strings.zh.ts';

/** What a new shelf is to say of itself. */
export interface ShelfAnswers {
  readonly name: string;
  readonly licence: LicenceKey;
  readonly internal: boolean;
}

/** What the command line says of it. */
export interface ShelfOptions {
  readonly name: string | undefined;
  readonly licence: string | undefined;
  readonly internal: boolean | undefined;
}

/** Prompts and returns the answer; undefined where there is no terminal. */
export type Ask = ((question: string) => Promise<string>) | undefined;

/**
 * Name, licence and audience: as the options have them, else as they are answered, else the defaults. Nothing is given
 * away by default.
 * @throws {UsageError} if an option is wrong; an answer that is wrong is asked for again
 */
export async function shelfAnswers(options: Partial<ShelfOptions>, folder: string, ask: Ask): Promise<ShelfAnswers> {
  if (options.internal === true && options.licence !== undefined && licenceNamed(options.licence) !== 'reserved')
    throw new UsageError(words.internalLicence);
  const name =
    options.name === undefined
      ? await answered(ask, words.askName(words.nameOf(folder)), (text) => nameOf(text || words.nameOf(folder)))
      : nameOf(options.name);
  const internal =
    options.internal ??
    (options.licence === undefined && (await answered(ask, words.askInternal, (text) => yesOrNo(text))));
  const licence =
    options.licence === undefined && !internal
      ? await answered(ask, words.askLicence(licenceList()), (text) => licenceNamed(text || 'reserved'))
      : licenceNamed(options.licence ?? 'reserved');
  return { name, licence, internal };
}

/** @param read throws a {@link UsageError} for what is no answer; the empty text is the default */
async function answered<T>(ask: Ask, question: string, read: (text: string) => T): Promise<T> {
  if (ask === undefined) return read('');
  for (let asked = question; ;) {
    try {
      return read(await ask(asked));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      asked = `${error.message}\n${question}`;
    }
  }
}

function nameOf(text: string): string {
  const { data, error } = shelfNameSchema.safeParse(text);
  if (error !== undefined) throw new UsageError(words.badName(error.issues.map(({ message }) => message).join('，')));
  return data;
}

function yesOrNo(text: string): boolean {
  if (/^(?:|n|no|否|不是?)$/i.test(text)) return false;
  if (/^(?:y|yes|是)$/i.test(text)) return true;
  throw new UsageError(words.badYes);
}

/** A licence by its key, by its number in the list, or as people write it: `cc-by`, `CC BY 4.0`, `cc0`. */
function licenceNamed(text: string): LicenceKey {
  const given = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const found =
    licenceKeys.find((key) => [key, key.replace(/-\d\.\d$/, '')].some((name) => name.toLowerCase() === given)) ??
    licenceKeys.find((_, index) => String(index + 1) === given);
  if (found === undefined) throw new UsageError(words.badLicence(text, nearest(text, licenceKeys), licenceKeys));
  return found;
}

function licenceList(): string {
  return licenceKeys
    .map((key, index) => {
      const licence = licences[key];
      return `  ${index + 1}. ${key}　${'grant' in licence ? licence.grant : licence.title}`;
    })
    .join('\n');
}

/** `content/shelf.yaml` of a new shelf, laid out as Prettier would. */
export function shelfText({ name, licence, internal }: ShelfAnswers): string {
  const document = new Document({ name, licence, internal });
  document.commentBefore = words.shelfComment;
  // Prettier takes the quotes that need fewer escapes, and single ones where both do.
  const count = (mark: string): number => name.split(mark).length;
  return document.toString({ lineWidth: 0, singleQuote: count("'") <= count('"') });
}
