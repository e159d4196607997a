import { escapeLineStart, escapeMarkdown } from '../text/escape.ts';

/** Renders the few shapes a hover has, with all text given to it as data. */
export interface Markup {
  readonly kind: 'markdown' | 'plaintext';
  text(text: string): string;
  bold(text: string): string;
  /** One line as a quotation, with `words` set off. */
  quote(before: string, words: string, after: string): string;
  link(label: string, target: string): string;
}

/** Markdown for clients that render it. Nothing in the text can become markup, a link or HTML. */
export const markdown: Markup = {
  kind: 'markdown',
  text: (text) => escapeMarkdown(text),
  bold: (text) => (text.trim() === '' ? '' : `**${escapeMarkdown(text.trim())}**`),
  quote(before, words, after) {
    // Next to a letter, emphasis that begins or ends with a sign ("US$5m") is not read as emphasis: take the word in.
    const head = /^[^\p{L}\p{N}]/u.test(words) ? (/[\p{L}\p{N}]+$/u.exec(before)?.[0] ?? '') : '';
    const tail = /[^\p{L}\p{N}]$/u.test(words) ? (/^[\p{L}\p{N}]+/u.exec(after)?.[0] ?? '') : '';
    const left = escapeMarkdown(before.slice(0, before.length - head.length));
    const line = `${left}**${escapeMarkdown(`${head}${words}${tail}`.trim())}**${escapeMarkdown(after.slice(tail.length))}`;
    return `> ${escapeLineStart(line)}`;
  },
  link: (label, target) => `[${escapeMarkdown(label)}](${escapeTarget(target)})`,
};

/** Bare text for clients that show hovers as they are. */
export const plaintext: Markup = {
  kind: 'plaintext',
  text: (text) => text,
  bold: (text) => text.trim(),
  quote: (before, words, after) => `“${before}[${words}]${after}”`,
  link: (label) => label,
};

const escapeTarget = (target: string): string =>
  target.replace(/[\s()<>\\]/g, encodeURIComponent).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
