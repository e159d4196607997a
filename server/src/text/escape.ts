/** Characters that HTML reads as markup, in text and in quoted attributes alike. */
const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A text as HTML shows it. Control characters, which HTML does not allow, stand as their pictures, so that nothing
 * disappears.
 */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => HTML[sign] as string)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (c) =>
      String.fromCharCode(0x2400 + c.charCodeAt(0)),
    )
    .replace(/\u007f/g, '\u2421');

/** Escapes what CommonMark, GFM, HTML or VS Code's `$(icon)` could read as markup inside a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]~|$@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(www)\./gi, '$1\\.');
}

/** Keeps a line from opening a list, a heading or a nested quotation. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)([#+\-=])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

/** Control characters, and those that are not seen or turn the direction of what is: each as \\u and its number. */
export const escapeUnseen = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u{e0000}-\u{e0fff}]/gu, (sign) =>
    [...sign.split('')].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  );

/** Words as running text of a Markdown draft, with as few escapes as will do: people go on writing there. */
export const escapeProse = (text: string): string =>
  text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
