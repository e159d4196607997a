import type { ProseDocument } from '../prose/document.ts';
import type { Finding, RuleCode } from './finding.ts';

const names = (rules: readonly string[], code: RuleCode): boolean =>
  rules.length === 0 || rules.includes(code);

/** Tells whether the document's directives silence a finding: by its line, by a disabled stretch, or for the file. */
export function createSuppression(document: ProseDocument): (finding: Finding) => boolean {
  const { directives, lines } = document;
  const lineOf = (offset: number) => lines.position(offset).line;
  return (finding) => {
    let disabled = false;
    for (const d of directives) {
      if (!names(d.rules, finding.code)) continue;
      switch (d.action) {
        case 'disable-file':
          return true;
        case 'disable-line':
          if (lineOf(d.start) === lineOf(finding.start)) return true;
          break;
        case 'disable-next-line':
          if (lineOf(d.end) + 1 === lineOf(finding.start)) return true;
          break;
        case 'disable':
          if (d.start <= finding.start) disabled = true;
          break;
        case 'enable':
          if (d.start <= finding.start) disabled = false;
          break;
      }
    }
    return disabled;
  };
}
