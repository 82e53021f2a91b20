/** Pictures are set at the size that they have or are given, and smaller where that is too large, in their own proportion. */

/** Width in CSS pixels that an author has asked for; undefined where the attributes only state the file's own size. */
function requestedWidth(picture: HTMLImageElement): number | undefined {
  const { naturalWidth, naturalHeight } = picture;
  const [width, height] = ['width', 'height'].map((name) => Number(picture.getAttribute(name) ?? ''));
  const asked = width || ((height ?? 0) * naturalWidth) / naturalHeight;
  return asked > 0 && Number.isFinite(asked) && Math.abs(asked - naturalWidth) >= 1 ? asked : undefined;
}

/**
 * Loads all pictures before anything is measured, those far from the window too, and takes over from their attributes what
 * styles cannot keep in proportion: a width and a height of which a template limits only one.
 */
export async function sizePictures(content: DocumentFragment): Promise<void> {
  const pictures = [...content.querySelectorAll('img')];
  await Promise.all(
    pictures.map(async (picture) => {
      picture.loading = 'eager';
      // One that cannot be read is reported where it is used.
      await picture.decode().catch(() => undefined);
    }),
  );
  for (const picture of pictures) {
    const width = requestedWidth(picture);
    for (const name of ['width', 'height']) picture.removeAttribute(name);
    if (width === undefined) continue;
    if (width < picture.naturalWidth) picture.style.maxWidth = `min(100%, ${String(width)}px)`;
    else picture.style.cssText += `; width: ${String(width)}px; max-width: 100%; object-fit: contain`;
  }
}
