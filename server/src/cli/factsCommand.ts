import { type FactState, factsOf, type SheetFact } from '../desk/factSheet.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import type { FactsArguments } from './arguments.ts';
import { concludeCheck, planCheck } from './check.ts';
import type { CheckedDraft, CheckRun } from './checkRun.ts';
import { plainLine } from './excerpt.ts';
import { coverageLine } from './reporters/coverage.ts';
import { evidenceOf } from './reporters/json.ts';
import { runTasks } from './runTasks.ts';
import { tellProblems } from './tellProblems.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Version of the JSON form. */
const FACTS_SCHEMA_VERSION = 1;

const STATE: Readonly<Record<FactState, string>> = {
  agrees: 'agrees',
  differs: 'differs',
  unsourced: 'not in any source',
  accepted: 'accepted',
  ticked: 'ticked',
  reopened: 'open again',
};

/** Runs `touchstone facts`: what the drafts state, and what the sources say of it. Findings do not fail it. */
export async function factsCommand(args: FactsArguments, terminal: Terminal): Promise<ExitCode> {
  const plan = planCheck(
    { ...args, levels: {}, level: 'hint', fix: false, baseline: undefined, updateBaseline: false },
    terminal.cwd,
    { withFacts: true },
  );
  const { run } = concludeCheck(plan, await runTasks(plan, terminal));
  tellProblems({ run, notes: [] }, terminal);
  if (args.format === 'json') terminal.out(jsonList(run));
  else if (run.drafts.length > 0) terminal.out(prettyList(run));
  return run.problems.length > 0 || run.skipped.length > 0 ? 2 : 0;
}

const factsIn = ({ sheet }: CheckedDraft): readonly SheetFact[] => (sheet ? factsOf(sheet) : []);

function prettyList(run: CheckRun): string {
  const lines = run.drafts.flatMap((draft) => {
    const index = createLineIndex(draft.text);
    const rows = factsIn(draft).map((fact) => {
      const { line, character } = index.position(fact.start);
      const [evidence] = fact.evidence;
      const place = evidence && `${run.documentOf(evidence.uri).file}:${evidence.line + 1}`;
      return [
        `${line + 1}:${character + 1}`,
        fact.kind,
        STATE[fact.state],
        `“${plainLine(fact.text)}”`,
        ...(place ? [plainLine(place)] : []),
      ];
    });
    const width = (column: number): number => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0));
    const widths = [width(0), width(1), width(2)];
    return [
      plainLine(draft.file),
      ...rows.map(
        ([place = '', kind = '', state = '', ...rest]) =>
          `  ${place.padStart(widths[0] ?? 0)}  ${kind.padEnd(widths[1] ?? 0)}  ${state.padEnd(widths[2] ?? 0)}  ${rest.join('  ')}`,
      ),
      '',
    ];
  });
  return `${[...lines, coverageLine(run)].join('\n')}\n`;
}

function jsonList(run: CheckRun): string {
  const files = run.drafts.map((draft) => {
    const index = createLineIndex(draft.text);
    return {
      file: draft.file,
      facts: factsIn(draft).map((fact) => ({
        id: fact.id,
        number: fact.number,
        kind: fact.kind,
        text: fact.text,
        verdict: fact.verdict,
        state: fact.state,
        reason: fact.reason,
        start: fact.start,
        end: fact.end,
        range: { start: index.position(fact.start), end: index.position(fact.end) },
        sentence: fact.sentence.text,
        evidence: fact.evidence.map((evidence) => evidenceOf(evidence, run)),
        findings: fact.findings.map(({ code, level, message }) => ({ code, level, message })),
        ...(fact.accepted && { accepted: fact.accepted }),
      })),
      counts: draft.sheet?.counts,
    };
  });
  const { sources, skipped, problems } = run;
  return `${JSON.stringify({ schemaVersion: FACTS_SCHEMA_VERSION, files, sources, skipped, problems }, null, 2)}\n`;
}
