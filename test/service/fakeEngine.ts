import type { CheckedFact, Evidence, Finding } from '../../server/src/findings/finding.ts';
import type { AnalysedDocument } from '../../server/src/mentions/analysedDocument.ts';
import type { ProseDocument } from '../../server/src/prose/document.ts';
import { readProse } from '../../server/src/prose/readProse.ts';
import type { Engine } from '../../server/src/service/engine.ts';
import type { SourceIndex } from '../../server/src/sources/sourceIndex.ts';

/**
 * An engine that knows one kind of fact, a number before a noun ("123 people"), and looks it up by the noun. It makes
 * the tests of the service independent of what the real rules decide.
 */
export const fakeEngine: Engine & { readonly analysed: string[] } = {
  /** URIs in the order in which they were analysed, to see what the caches save. */
  analysed: [],
  readProse,
  analyse(prose: ProseDocument) {
    fakeEngine.analysed.push(prose.uri);
    return {
      prose,
      blocks: prose.blocks.map((block) => ({ block, mentions: [] })),
      entities: [],
      entityOf: () => undefined,
      speakerOf: () => undefined,
      speakersIn: () => undefined,
    };
  },
  createSourceIndex: (sources) => ({ sources, names: [] }) as unknown as SourceIndex,
  checkDraft(draft, index, { levels }) {
    const findings: Finding[] = [];
    const facts: CheckedFact[] = [];
    for (const fact of readFacts(draft)) {
      if (fact.noun === 'boom') throw new Error('boom');
      const evidence = index.sources.flatMap((source) =>
        readFacts(source).filter(({ noun }) => noun === fact.noun),
      );
      const same = evidence.filter(({ text }) => text === fact.text);
      const verdict = evidence.length === 0 ? 'notEnoughInfo' : same.length > 0 ? 'supported' : 'refuted';
      const shown = (same.length > 0 ? same : evidence).map(({ noun: _, ...rest }): Evidence => rest);
      facts.push({
        ...spanOf(fact),
        fact: 'number',
        verdict,
        text: fact.text,
        evidence: shown,
        reason: 'same value',
      });
      if (verdict === 'supported') continue;
      const code = verdict === 'refuted' ? 'number-mismatch' : 'not-in-sources';
      if (levels[code] === 'off') continue;
      const expected = [...new Set(shown.map(({ text }) => text))];
      findings.push({
        ...spanOf(fact),
        code,
        level: (levels[code] ?? 'error') as Finding['level'],
        message:
          verdict === 'refuted' ? `${expected[0]}, not ${fact.text}` : `${fact.text} is not in any source`,
        text: fact.text,
        fact: 'number',
        expected,
        fixes: expected.map((text) => ({
          title: `Change to ${text}`,
          edits: [{ ...spanOf(fact), newText: text }],
          safe: expected.length === 1,
        })),
        evidence: shown,
        fingerprint: `${code}:${fact.text}`,
      });
    }
    const count = (verdict: CheckedFact['verdict']) =>
      facts.filter((fact) => fact.verdict === verdict).length;
    return {
      uri: draft.prose.uri,
      findings,
      suppressed: [],
      facts,
      coverage: {
        facts: facts.length,
        supported: count('supported'),
        refuted: count('refuted'),
        notFound: count('notEnoughInfo'),
      },
    };
  },
  checkSource: (source) =>
    readFacts(source)
      .filter(({ noun }) => noun === 'odd')
      .map((fact) => ({
        ...spanOf(fact),
        code: 'source-inconsistent',
        level: 'hint',
        message: 'odd',
        text: fact.text,
        fact: 'number',
        expected: [],
        fixes: [],
        evidence: [],
        fingerprint: 'odd',
      })),
};

const spanOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end });

function readFacts({ prose }: AnalysedDocument): (Evidence & { readonly noun: string })[] {
  return prose.blocks.flatMap(({ text, map, sentences }) =>
    [...text.matchAll(/(\d+) (\p{L}+)/gu)].map(([, number = '', noun = ''], ...rest) => {
      const at = [...text.matchAll(/(\d+) (\p{L}+)/gu)][rest[0] as number]?.index ?? 0;
      const span = map.spanToDocument({ start: at, end: at + number.length });
      const sentence = sentences.find(({ start, end }) => start <= at && at < end) ?? {
        start: 0,
        end: text.length,
      };
      return {
        ...span,
        noun,
        uri: prose.uri,
        line: prose.lines.position(span.start).line,
        text: number,
        sentence: { text: text.slice(sentence.start, sentence.end), ...map.spanToDocument(sentence) },
      };
    }),
  );
}
