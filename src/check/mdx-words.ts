import type { SyntaxFault } from '../markdown/parse-prose.ts';
import type { MistakeWords } from './data/yaml-words.ts';

/** `<Kpis>` or `</Tasks>` in a message of the MDX parser. */
const tagIn = /`(<[^`]*>)`/g;

const lessThan: MistakeWords = {
  what: '这里的 < 被当成了标签的开头',
  fix: '正文里的小于号写成 &lt; 或全角 ＜；组件写成 <Kpis />；网址写成 [文字](网址)。',
};
const brace = '正文里的花括号写成 \\{ 和 \\}，或用全角 ｛｝；填写项用【】。';

/** What an MDX mistake is called and how to fix it. `around` is the entry's text from the place of the mistake. */
export function mdxWords({ rule, reason }: SyntaxFault, around: string): MistakeWords {
  switch (rule) {
    case 'unexpected-character':
      return around.startsWith('!--') ? { what: 'MDX 不认 <!-- --> 这种注释', fix: '注释写成 {/* … */}。' } : lessThan;
    case 'unexpected-eof':
      return reason.includes('brace') ? { what: '花括号 { 没有配对的 }', fix: brace } : lessThan;
    case 'acorn':
    case 'non-spread':
    case 'spread-extra':
      return reason.includes('import')
        ? { what: '以 import 或 export 开头的段落被当成了程序', fix: '改写这一段，不要以 import 或 export 开头。' }
        : { what: '花括号里的内容被当成了程序，读不懂', fix: brace };
    case 'end-tag-mismatch':
      return mismatch([...reason.matchAll(tagIn)].flatMap(([, tag]) => tag ?? []));
    case 'unexpected-closing-slash':
      return { what: '这里有结束标签，前面却没有它的开始标签', fix: '删去这个结束标签；组件写成 <Kpis />。' };
    case 'unexpected-lazy':
      return { what: '列表或引用里的组件、花括号换行后没有缩进', fix: '让它们在一行内写完，或把后面几行同样缩进。' };
    default:
      return { what: `正文的 MDX 读不下去（${reason}）`, fix: `${lessThan.fix}${brace}` };
  }
}

function mismatch([first = '标签', second]: readonly string[]): MistakeWords {
  const name = /[^<>/]+/.exec(first)?.[0] ?? '';
  if (second !== undefined && first.startsWith('</')) {
    return { what: `${first} 与前面的 ${second} 不配对`, fix: `先关闭 ${second}；组件自己关闭，写成 <${name} />。` };
  }
  return { what: `${first} 没有关闭`, fix: `组件写成 <${name} />；只是尖括号就写成 &lt;${name}>。` };
}
