/** Texts of the style sheets that Paged.js gets; each is fetched once for the life of the page. */

const texts = new Map<string, Promise<string>>();

async function fetchText(url: string): Promise<string> {
  // The development server answers with a script unless it is asked for a style sheet.
  const response = await fetch(url, { headers: { accept: 'text/css,*/*;q=0.1' } });
  if (!response.ok) throw new Error(`样式表读取失败：${url}（${String(response.status)}）`);
  return response.text();
}

/**
 * @param urls absolute addresses
 * @throws if one of them cannot be read; the next call then tries it again
 */
export async function loadStyleSheets(urls: readonly string[]): Promise<readonly Readonly<Record<string, string>>[]> {
  return Promise.all(
    urls.map(async (url) => {
      const text = texts.get(url) ?? fetchText(url);
      texts.set(url, text);
      try {
        return { [url]: await text };
      } catch (error) {
        texts.delete(url);
        throw error;
      }
    }),
  );
}
