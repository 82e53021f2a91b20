import type { Root } from 'mdast';
import type { Data, Processor } from 'unified';
import { visit } from 'unist-util-visit';
// Adds the parser's extensions to the types of unified's data.
import type {} from 'remark-parse';

type Syntax = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Extract<NonNullable<Syntax['text']>[string], { readonly tokenize: unknown }>;
type Tokenize = Construct['tokenize'];
type Effects = Parameters<Tokenize>[0];
type State = Parameters<Tokenize>[1];
type Code = Parameters<State>[0];

const lastAscii = 127;

/**
 * Ends the links that GFM makes of bare addresses before any character that is not ASCII. Chinese is written without
 * spaces, so GFM would take the sentence behind an address, or its full stop, for a part of it. `www.` may follow Chinese
 * directly, as `http` may. To be used after `remark-gfm`.
 *
 * ```md
 * 打开https://example.com！或写信到 a@example.com。
 * ```
 * ```html
 * <p>打开<a href="https://example.com">https://example.com</a>！或写信到 <a href="mailto:a@example.com">a@example.com</a>。</p>
 * ```
 */
export function remarkAsciiLinks(this: Processor): undefined {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  for (const { text = {} } of micromarkExtensions) {
    for (const [code, constructs] of Object.entries(text)) {
      if (constructs === undefined) continue;
      text[Number(code)] = [constructs]
        .flat()
        .map((one) => (/Autolink$/.test(one.name ?? '') ? endingAtAscii(one) : one));
    }
  }
  // GFM looks for addresses a second time, in the finished text and by other rules.
  for (const extension of fromMarkdownExtensions.flat()) {
    if (extension.enter?.['literalAutolink'] !== undefined) extension.transforms = [unlinkOthers];
  }
}

/** What GFM takes for an address and is none, such as `http://www.>` or `www.` alone, stays text. */
function unlinkOthers(tree: Root): undefined {
  visit(tree, 'link', ({ url, position, children }, index, parent) => {
    const isBare = position?.start.offset === children[0]?.position?.start.offset;
    if (!isBare || (URL.canParse(url) && !/^http:\/\/www$/i.test(url)) || index === undefined) return;
    parent?.children.splice(index, 1, ...children);
  });
}

/** A construct to which every character beyond ASCII is the end of the text; what is around it is read as it stands. */
function endingAtAscii(construct: Construct): Construct {
  const { previous } = construct;
  return {
    ...construct,
    ...(previous && {
      previous(code) {
        return previous.call(this, asAscii(code));
      },
    }),
    tokenize(effects, ok, nok) {
      // The tokenizer asks its context what stands before the address.
      const context = Object.create(this, { previous: { get: () => asAscii(this.previous) } }) as typeof this;
      return tokenizeAscii(construct, context, effects, ok, nok);
    },
  };
}

function tokenizeAscii(
  { tokenize }: Construct,
  context: ThisParameterType<Tokenize>,
  effects: Effects,
  ok: State,
  nok: State,
): State {
  /** The character that the innermost state was given. */
  let given: Code = null;
  /** States of others: they get the true character. */
  const foreign = new WeakSet<State>();
  const leaving = (state: State): State => {
    const left: State = () => {
      const next = state(given);
      if (next !== undefined) foreign.add(next);
      return next;
    };
    return left;
  };
  const inside = (state: State): State => {
    if (foreign.has(state)) return state;
    return (code) => {
      given = code;
      const next = state(asAscii(code));
      return next && inside(next);
    };
  };
  const trying =
    (attempt: Effects['attempt']): Effects['attempt'] =>
    (constructs, yes, no) => {
      const parts = [constructs].flat() as Construct[];
      const attempted = attempt(parts.map(endingAtAscii), inside(yes), no && inside(no));
      return leaving(attempted);
    };
  const own: Effects = { ...effects, attempt: trying(effects.attempt), check: trying(effects.check) };
  return inside(tokenize.call(context, own, leaving(ok), leaving(nok)));
}

function asAscii(code: Code): Code {
  return code !== null && code > lastAscii ? null : code;
}
