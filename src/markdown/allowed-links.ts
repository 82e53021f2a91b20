import type { Fault } from './fault.ts';

const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * What is wrong with the address of a link. An address is either of a known scheme, or begins with `/` or `#`, or is a path;
 * browsers drop tabs, line breaks and other control characters from addresses, so none may stand in one.
 * https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function linkFault(address: string): Fault | undefined {
  const fix = '链接只写 https://、http://、mailto:、tel: 开头的地址，或本站从 / 开始的网址。';
  if (/\p{Cc}/u.test(address)) return { what: `链接 ${visible(address)} 里有看不见的控制字符`, fix };
  const scheme = /^([^/?#]*?):/.exec(address)?.[1]?.trim().toLowerCase();
  if (scheme !== undefined && !schemes.has(scheme)) return { what: `链接 ${address} 的开头 ${scheme}: 不能用`, fix };
  if (scheme !== undefined && address.startsWith(' ')) return { what: `链接 ${address} 以空格开头`, fix };
  if (/^\s*(?:[/\\]{2}|\\|\/\\)/.test(address)) return { what: `链接 ${address} 没有写明 https://`, fix };
  return undefined;
}

function visible(address: string): string {
  return address.replace(/\p{Cc}/gu, '␣');
}
