/** Fonts of the print documents: declared by link elements that stay in the page, loaded whole before anything is laid out. */

function linkLoaded(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.dataset['pagedjsIgnore'] = '';
    link.addEventListener('load', () => {
      resolve();
    });
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`字体样式表读取失败：${href}`));
    });
    document.head.append(link);
  });
}

async function linkFonts(href: string): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  const linked = links.find((link) => link.href === href);
  if (linked === undefined) return linkLoaded(href);
  if (linked.sheet !== null) return;
  await new Promise((resolve, reject) => {
    linked.addEventListener('load', resolve);
    linked.addEventListener('error', () => {
      reject(new Error(`字体样式表读取失败：${href}`));
    });
  });
}

/**
 * Waits until every declared face is loaded. Faces that are loaded already cost nothing.
 * @param sheets absolute addresses of style sheets with `@font-face` rules
 * @throws if a sheet or a face cannot be loaded: a document set in a stand-in face must not look like a finished one
 */
export async function loadFonts(sheets: readonly string[]): Promise<void> {
  await Promise.all(sheets.map(linkFonts));
  const waiting = [...document.fonts].filter((face) => face.status !== 'loaded');
  await Promise.all(
    waiting.map(async (face) => {
      try {
        await face.load();
      } catch (cause) {
        throw new Error(`字体读取失败：${face.family} ${face.weight}`, { cause });
      }
    }),
  );
}
