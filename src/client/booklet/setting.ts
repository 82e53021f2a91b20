/** Cover and manner of printing of the booklet, kept in this browser; its papers are the basket. */
import type { SharedBooklet } from '../../fill/booklet-share.ts';
import type { ChosenOptions } from '../../model/template/template-options.ts';
import { readStored, writeStored } from '../stored.ts';

export interface BookletSetting extends Pick<SharedBooklet, 'cover' | 'duplex'> {
  /** Options of the booklet's template, such as its sheets. */
  readonly options: ChosenOptions;
}

/**
 * Key in the browser's storage: `{"cover":{"title":"","unit":"","date":"","mark":""},"duplex":false,"options":{}}`. Older
 * versions wrote no options.
 */
const key = 'planshelf.booklet.v1';

export function readSetting(): BookletSetting {
  return parseSetting(readStored(key));
}

/** @returns whether it will be there next time */
export function writeSetting(setting: BookletSetting): boolean {
  return writeStored(key, JSON.stringify(setting));
}

/** What is stored, as far as it can be read: anything else counts as empty. */
export function parseSetting(stored: string | undefined): BookletSetting {
  let value: unknown;
  try {
    value = stored === undefined ? undefined : JSON.parse(stored);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const { cover, duplex, options } = entriesOf(value);
  const texts = entriesOf(cover);
  const text = (name: string): string => {
    const found = texts[name];
    return typeof found === 'string' ? found : '';
  };
  return {
    cover: { title: text('title'), unit: text('unit'), date: text('date'), mark: text('mark') },
    duplex: duplex === true,
    options: Object.fromEntries(
      Object.entries(entriesOf(options)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  };
}

function entriesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
