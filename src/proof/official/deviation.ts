/** One place where a PDF does not keep to a layout standard. */
export interface Deviation {
  /** Of the standard. */
  readonly clause: string;
  /** 1-based; undefined for what is said of the whole document. */
  readonly page?: number;
  /** zh-CN: what was found and what the standard asks, with figures. */
  readonly message: string;
}

/** A length as a message gives it. */
export function mm(length: number): string {
  return `${length.toFixed(1)} mm`;
}
