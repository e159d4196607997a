import type { Directive } from './document.ts';

const COMMENT =
  /<!--\s*touchstone-(disable-next-line|disable-line|disable-file|disable|enable)(?!\w|-\w)((?:(?!--)[^:])*)(?::((?:(?!--)[\s\S])*))?-->/g;

/** The touchstone directives among the comments of a piece of HTML; `offset` is where `html` stands in the document. */
export function readDirectives(html: string, offset: number): readonly Directive[] {
  if (!html.includes('touchstone-')) return [];
  return Array.from(html.matchAll(COMMENT), (match) => {
    const [whole, action, rules = '', reason = ''] = match;
    const start = offset + match.index;
    const words = reason.trim().replace(/\s+/g, ' ');
    return {
      start,
      end: start + whole.length,
      action: action as Directive['action'],
      // an unknown word stays: an empty list would mean all rules
      rules: rules.split(/[\s,]+/).filter((rule) => rule !== ''),
      ...(words === '' ? {} : { reason: words }),
    };
  });
}
