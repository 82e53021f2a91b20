declare module 'js-yaml' {
  /** How a scalar that is written without quotes is recognised and read. */
  export class Type {
    readonly tag: string;
    constructor(
      tag: string,
      options: {
        readonly kind: 'scalar';
        readonly resolve: (source: string | null) => boolean;
        readonly construct: (source: string) => unknown;
      },
    );
  }

  export class Schema {
    extend(types: { readonly implicit?: readonly Type[] }): Schema;
  }

  export class YAMLException extends Error {
    readonly reason: string;
    readonly mark?: { readonly position: number };
  }

  export const DEFAULT_SCHEMA: Schema;

  /** Where the reader is: its place in the text, and the name of the anchor of the node that it has just read. */
  export interface State {
    readonly position: number;
    readonly anchor: string | null;
  }

  /** The value of a YAML document; undefined for an empty one. Throws `YAMLException`. */
  export function load(
    source: string,
    options?: { readonly schema?: Schema; readonly listener?: (event: 'open' | 'close', state: State) => void },
  ): unknown;
}
