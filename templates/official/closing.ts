import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { baseBlank } from '../../src/components/sign-off.ts';
import { childElements, hasClass } from '../../src/fill/block-text.ts';
import { h } from '../../src/model/element.ts';
import type { Plan } from '../../src/model/plan.ts';
import { officialStrings as words } from './strings.zh.ts';

/**
 * What ends the text: 附件说明 with a blank line above it, below it 署名 and 成文日期, and who drew the plan up as 附注
 * (GB/T 9704-2012, 7.3.4 to 7.3.6).
 */
export function closing(plan: Plan, annexes: readonly Element[]): Element {
  return h('section', { className: ['sign-off'] }, [
    ...(annexes.length === 0 ? [] : [annexList(annexes)]),
    h('dl', { className: ['drafted'] }, [
      line('issued-by', words.organization, baseBlank(plan, 'organization')),
      line('issued-on', words.written, baseBlank(plan, 'written')),
    ]),
    h('p', { className: ['author'] }, [words.author[0], baseBlank(plan, 'author'), words.author[1]]),
  ]);
}

function annexList(annexes: readonly Element[]): Element {
  return h('div', { className: ['annex-list'] }, [
    h('span', words.annexes),
    h(
      'ol',
      annexes.map((annex) => {
        const id = String(annex.properties['dataAnnex']);
        return h('li', { dataAnnexOf: id }, h('a', { href: `#${id}` }, titleOf(annex)));
      }),
    ),
  ]);
}

function titleOf(annex: Element): string {
  const heading = childElements(annex).flatMap(childElements);
  return heading
    .filter((part) => hasClass(part, 'annex-title'))
    .map((part) => toString(part))
    .join('');
}

/** The standard writes no word before name and date: the terms are for other formats. */
function line(name: string, term: string, blank: Element): Element {
  return h('div', { className: [name] }, [h('dt', { dataScreenOnly: '' }, term), h('dd', [blank])]);
}
