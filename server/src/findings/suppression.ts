import type { Directive, ProseDocument } from '../prose/document.ts';
import type { Finding, RuleCode } from './finding.ts';

/** The directives of one document at work. */
export interface Suppression {
  /** The directive that silences the finding: by its line, by a disabled stretch, or for the file; one with a reason first. */
  silences(finding: Finding): Directive | undefined;
  /** Codes of the findings that a directive has silenced so far. */
  usedFor(directive: Directive): ReadonlySet<RuleCode>;
}

/** An idle directive for all rules may not silence the finding that says so: that rule must be named. */
const names = (rules: readonly string[], code: RuleCode): boolean =>
  rules.length === 0 ? code !== 'unused-directive' : rules.includes(code);

const NONE: ReadonlySet<RuleCode> = new Set();

/** Reads the directives of a document and keeps count of what they silence. */
export function createSuppression(document: ProseDocument): Suppression {
  const { directives, lines } = document;
  const lineOf = (offset: number) => lines.position(offset).line;
  const used = new Map<Directive, Set<RuleCode>>();
  return {
    silences(finding) {
      const silencing: Directive[] = [];
      let stretch: Directive[] = [];
      for (const directive of directives) {
        if (!names(directive.rules, finding.code)) continue;
        switch (directive.action) {
          case 'disable-file':
            silencing.push(directive);
            break;
          case 'disable-line':
            if (lineOf(directive.start) === lineOf(finding.start)) silencing.push(directive);
            break;
          case 'disable-next-line':
            if (lineOf(directive.end) + 1 === lineOf(finding.start)) silencing.push(directive);
            break;
          case 'disable':
            if (directive.start <= finding.start) stretch.push(directive);
            break;
          case 'enable':
            if (directive.start <= finding.start) stretch = [];
            break;
        }
      }
      silencing.push(...stretch);
      for (const directive of silencing) {
        const codes = used.get(directive);
        if (codes) codes.add(finding.code);
        else used.set(directive, new Set([finding.code]));
      }
      return silencing.find(({ reason }) => reason !== undefined) ?? silencing[0];
    },
    usedFor: (directive) => used.get(directive) ?? NONE,
  };
}
