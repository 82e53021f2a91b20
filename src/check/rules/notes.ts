import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { nearest } from '../../model/nearest.ts';
import { point } from '../../model/problem.ts';
import type { Finding } from '../entry.ts';
import type { Rule, RuleInput } from '../rule.ts';

/** Every note that the text refers to is there, and every note is referred to: one without the other is not printed as meant. */
export const notesMatch: Rule = (input) =>
  input.prose === undefined
    ? []
    : [
        ...undefinedNotes(input, input.prose),
        ...unusedNotes(input.prose),
        ...undefinedLinks(input),
        ...brokenLinks(input),
      ];

const noteMark = /\[\^([^[\]\s]{1,100})\]([：:]?)/gu;

/** A reference to a note that is not there stays text. */
function undefinedNotes(input: RuleInput, prose: Root): Finding[] {
  const labels = new Set<string>();
  visit(prose, 'footnoteDefinition', ({ label, identifier }) => {
    labels.add(label ?? identifier);
  });
  return marksIn(input, noteMark).map(({ match, position }): Finding => {
    const [, label = '', colon] = match;
    const meant = nearest(label, labels);
    const define =
      colon === '' || match.index > 0
        ? `在文件末尾另起一行写 [^${label}]: 注的内容；不是脚注就写成 \\[^${label}]。`
        : `定义的冒号用半角，后面空一格：[^${label}]: 注的内容，前面空一行。`;
    return {
      code: 'note-undefined',
      position,
      what: `脚注 [^${label}] 没有定义`,
      fix: `${meant === undefined ? '' : `是否要写 [^${meant}]？否则`}${define}`,
    };
  });
}

/** Notes that nothing refers to, and all but the first of one label. */
function unusedNotes(prose: Root): Finding[] {
  const used = new Set<string>();
  const defined = new Set<string>();
  const found: Finding[] = [];
  visit(prose, 'footnoteReference', ({ identifier }) => {
    used.add(identifier);
  });
  visit(prose, 'footnoteDefinition', (note) => {
    const { identifier, position } = note;
    const name = `[^${note.label ?? identifier}]`;
    const twice = defined.has(identifier);
    defined.add(identifier);
    if (!twice && used.has(identifier)) return;
    found.push({
      code: 'note-unused',
      position: point(position?.start.line ?? 1, position?.start.column ?? 1),
      what: `脚注 ${name} ${twice ? '定义了两次' : '没有人引用'}，“${toString(note).slice(0, 12)}”不会印出来`,
      fix: twice ? '换一个名字，或者删去一处。' : `在要加注的地方写上 ${name}，或者删去这条脚注。`,
    });
  });
  return found;
}

const linkMark = /(?<=\])\[([^[\]\n^][^[\]\n]{0,200})\]/gu;

/** `[手册][没有的]` is a link only where the name behind it is defined. */
function undefinedLinks(input: RuleInput): Finding[] {
  return marksIn(input, linkMark).map(({ match, position }) => ({
    code: 'link-undefined',
    position,
    what: `链接或图片的名字 [${match[1] ?? ''}] 没有定义，方括号会原样印出来`,
    fix: `写成 [文字](网址)，或在文件末尾另起一行写 [${match[1] ?? ''}]: 网址；只是方括号就写成 \\[${match[1] ?? ''}]。`,
  }));
}

const brokenLink = /(?<=\])(?:\(|（(?=$|https?:|www\.|\/))/gu;

/** `[手册]（https://…）` and `[手册](https://… 空格)` are no links. */
function brokenLinks(input: RuleInput): Finding[] {
  return marksIn(input, brokenLink).map(({ position }) => ({
    code: 'link-broken',
    position,
    what: '方括号后面的网址没有成为链接，会原样印出来',
    fix: '写成 [文字](网址)：圆括号用半角，网址里没有空格；只是括号就在前面加 \\。',
  }));
}

function marksIn({ spans, text }: RuleInput, mark: RegExp) {
  return spans
    .filter(({ path }) => path === 'prose')
    .flatMap((span) =>
      [...span.value.matchAll(mark)].flatMap((match) =>
        // An author who escapes the bracket means it.
        text[span.offset(match.index)] === '\\' ? [] : [{ match, position: span.locate(match.index) }],
      ),
    );
}
