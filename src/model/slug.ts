/**
 * The URL-safe name of an entry: its file name without `.mdx`, in NFC, lower case, letters and digits of any script
 * kept, everything else a single hyphen: `客服 计划 2027.mdx` → `客服-计划-2027`.
 */
export function slugOf(fileName: string): string {
  return anchorOf(fileName.replace(/^.*[/\\]/, '').replace(/\.mdx$/i, ''));
}

/** The same for a text that is no file name, such as a heading: `质量/成本` → `质量-成本`. */
export function anchorOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
