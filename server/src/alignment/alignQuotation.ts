import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import { isSpeechVerb } from '../mentions/lexiconSpeech.ts';
import type { NameMention, QuotationMention } from '../mentions/mention.ts';
import { turnsOf } from '../mentions/transcript.ts';
import { firstFrom } from '../prose/tokens.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Passage } from '../sources/passageIndex.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { sourcePart } from '../sources/sourcePart.ts';
import { isStopWord } from '../sources/vocabulary.ts';
import type { Alignment, SourcePlace } from './alignment.ts';
import { kindOfEntity } from './nameKind.ts';
import type { NameMatcher } from './nameMatch.ts';
import { editsOf, placeOfWords, sourceText } from './quotationEdits.ts';
import {
  type Approximate,
  changesIn,
  findApproximate,
  findVerbatim,
  fragmentsOf,
  type QuotedWord,
  type Window,
} from './quotationWindow.ts';

/** Limits of the quotation rules, in words or shares of words. */
const QUOTATION = {
  /** A window must hold this share of the quotation's words to be its place. */
  found: 0.6,
  /** Half is enough when the source has a quotation there and the sentences are about the same. */
  foundInContext: 0.5,
  /** Shorter quotations are scare quotes or titles unless somebody is named as saying them. */
  shortest: 4,
  shortestAttributed: 3,
  /** Words in marks that nobody says and no source quotes are judged only when they are this many and this close. */
  longest: 8,
  near: 0.75,
  /** A short altered quotation must share this much of its sentence with the source's sentence. */
  context: 0.3,
  /** A quotation of this many words at the start of its sentence is a sentence of the speaker's. */
  whole: 5,
} as const;

const NEGATION = new Set(['not', 'no', 'never', 'unless', 'only', 'nor', "n't", 'without', 'neither']);
const isNegation = (word: string): boolean => NEGATION.has(word) || word.endsWith("n't");

/** Words that follow the speaker into the report: "all in our power" becomes "all in its power". */
const OWN = new Set('my our'.split(' '));
const REPORTED = new Set('his her its their'.split(' '));

/** True when the words differ only in whose they are, as a report has it. */
const isReportedPerson = ({ pairs }: Approximate, words: readonly QuotedWord[], passage: Passage): boolean =>
  pairs.every(
    ({ draft, source, same }) =>
      same ||
      (draft !== undefined &&
        source !== undefined &&
        REPORTED.has(words[draft]?.word ?? '') &&
        OWN.has(passage.word(source) ?? '')),
  );

function hasNegation(passage: Passage, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isNegation(passage.word(at) ?? '')) return true;
  return false;
}

/** Words of a source and who says them. */
interface Said {
  /** Absent where no marks stand around the words. */
  readonly located?: LocatedMention<QuotationMention>;
  readonly speaker: string | undefined;
  /** The speaker's name as written beside the words. */
  readonly written: string | undefined;
}

interface SourceQuotation extends Said {
  readonly located: LocatedMention<QuotationMention>;
}

/** Tokens between a quotation's marks and the verb that reports it. */
const REPORT_REACH = 6;

/** True when a verb of saying stands near the quotation, outside its marks and in its sentence. */
function isReported(claim: LocatedMention<QuotationMention>): boolean {
  const { tokens } = (claim.document.blocks[claim.block] as AnalysedBlock).block;
  const { outer } = claim.mention;
  const inside = (t: { start: number; end: number }) =>
    t.start >= claim.context.start && t.end <= claim.context.end;
  const first = firstFrom(tokens, outer.start);
  const last = firstFrom(tokens, outer.end);
  const before = tokens.slice(Math.max(0, first - REPORT_REACH), first).filter(inside);
  const after = tokens.slice(last, last + REPORT_REACH);
  return [...before, ...after].some((t) => isSpeechVerb(t.lower));
}

/** True when nothing stands before the quotation in its sentence: the words are said as a sentence of their own. */
const opensSentence = ({ mention, context }: LocatedMention<QuotationMention>): boolean =>
  mention.outer.start <= context.start;

/** Negations that a quotation may open with. */
const OPENING = new Set(['not', 'no', 'never']);

function withSpeaker(located: LocatedMention<QuotationMention>): SourceQuotation {
  const speaker = located.document.speakerOf(located.block, located.index);
  const mention = speaker && located.document.blocks[speaker.block]?.mentions[speaker.mention];
  const written = mention?.kind === 'name' ? mention.text : undefined;
  return { located, speaker: speaker?.sure || speaker?.alone ? speaker.name : undefined, written };
}

/** Binds draft quotations to the sources' words and to their speakers. */
export function createQuotationAligner(index: SourceIndex, names: NameMatcher) {
  const known = new WeakMap<AnalysedDocument, readonly SourceQuotation[]>();
  const quotationsOf = (document: AnalysedDocument): readonly SourceQuotation[] => {
    let quotations = known.get(document);
    if (!quotations) {
      quotations = sourcePart(document).sentences.flatMap(({ facts }) => facts.quotations.map(withSpeaker));
      known.set(document, quotations);
    }
    return quotations;
  };

  /** True when the source's quotation begins with this word. */
  const opensQuotation = (passage: Passage, word: number): boolean => {
    const at = placeOfWords(passage, { from: word, to: word + 1 });
    return quotationAt(at)?.located.mention.start === at.start && passage.at(word + 1)?.start === at.end + 1;
  };

  const quotationAt = (at: SourcePlace): SourceQuotation | undefined =>
    quotationsOf(at.document).find(
      ({ located: q }) => q.block === at.block && q.mention.start < at.end && at.start < q.mention.end,
    );

  /** "Its head said AG Barr had …": what stands for a firm in the source's own sentence may speak for it. */
  const speaksFor = (mention: NameMention, { located }: Said): boolean => {
    if (!located) return false;
    const found = names.lookup(mention.words, mention);
    if (mention.honorific || found.kind !== 'known') return false;
    return found.entities.some(
      (e) => kindOfEntity(e) !== 'person' && e.mentions.some((m) => m.context === located.context),
    );
  };

  function misattribution(
    claim: LocatedMention<QuotationMention>,
    places: readonly SourcePlace[],
  ): Alignment<QuotationMention>['reason'] | undefined {
    const said = claim.document.speakerOf(claim.block, claim.index);
    if (!said?.sure) return undefined;
    const mention = claim.document.blocks[said.block]?.mentions[said.mention];
    if (mention?.kind !== 'name' || said.block !== claim.block) return undefined;
    const quoted = places.map(
      (at): Said | undefined => quotationAt(at) ?? turnsOf(at.document).get(at.block),
    );
    // a shared surname may name a whole family: both the full names and the written forms must differ
    const maySay = (q: Said | undefined): boolean =>
      !q?.speaker ||
      names.sameEntity(q.speaker, said.name) ||
      (q.written !== undefined && names.sameEntity(q.written, mention.text));
    if (quoted.length === 0 || quoted.some(maySay)) return undefined;
    // an institution may stand for its spokesperson, so only a person named for another person is a slip
    if (mention.type === 'organisation' || mention.type === 'place' || mention.acronym) return undefined;
    if (quoted.some((q) => q && speaksFor(mention, q))) return undefined;
    const speaker = quoted[0]?.speaker as string;
    return {
      kind: 'misattributed',
      speaker,
      named: said.name,
      at: { ...claim, index: said.mention, mention },
    };
  }

  function contextShare(claim: LocatedMention<QuotationMention>, q: SourceQuotation): number {
    let all = 0;
    let shared = 0;
    for (const t of claim.context.terms) {
      if (t.start >= claim.mention.start && t.end <= claim.mention.end) continue;
      all += index.rarity(t.term);
      if (q.located.context.bag.has(t.term)) shared += index.rarity(t.term);
    }
    const said = claim.document.speakerOf(claim.block, claim.index);
    const sameSpeaker = said && q.speaker && names.sameEntity(said.name, q.speaker) ? 0.3 : 0;
    return (all > 0 ? shared / all : 0) + sameSpeaker;
  }

  return function alignQuotation(claim: LocatedMention<QuotationMention>): Alignment<QuotationMention> {
    const text = (claim.document.blocks[claim.block] as AnalysedBlock).block.text;
    const quoted = text.slice(claim.mention.start, claim.mention.end);
    const fragments = fragmentsOf(quoted, claim.mention.start);
    let words = fragments.flat();
    const outcome = (
      verdict: Alignment['verdict'],
      reason: Alignment['reason'],
      evidence: readonly SourcePlace[],
      bound = false,
    ): Alignment<QuotationMention> => ({ claim, verdict, reason, evidence, bound });
    const quiet = outcome('notEnoughInfo', { kind: 'notChecked' }, []);
    if (words.length === 0) return quiet;

    const verbatim = findVerbatim(fragments, index.passages);
    if (verbatim.length > 0) {
      const places = verbatim.map((w) =>
        placeOfWords(index.passages.passages[w[0]?.passage ?? 0] as Passage, {
          ...(w[0] as Window),
          to: (w.at(-1) as Window).to,
        }),
      );
      const whole = words.length >= QUOTATION.whole && opensSentence(claim);
      const passageOf = (windows: readonly Window[]) =>
        index.passages.passages[windows[0]?.passage ?? 0] as Passage;
      const isOpened = (windows: readonly Window[]): boolean => {
        const [passage, before] = [passageOf(windows), (windows[0]?.from ?? 0) - 1];
        return whole && OPENING.has(passage.word(before) ?? '') && opensQuotation(passage, before);
      };
      const isSwallowed = (windows: readonly Window[]): boolean =>
        windows.some((w, i) => {
          const next = windows[i + 1];
          return next && hasNegation(passageOf(windows), w.to, next.from);
        });
      if (verbatim.every((windows) => isOpened(windows) || isSwallowed(windows))) {
        const windows = verbatim[0] as readonly Window[];
        const [passage, from, to] = [passageOf(windows), windows[0]?.from ?? 0, windows.at(-1)?.to ?? 0];
        const [first] = words as [QuotedWord];
        const reason = isSwallowed(windows)
          ? { edits: [], source: sourceText(passage, from, to), negation: true }
          : {
              edits: [
                { start: first.start, end: first.end, source: sourceText(passage, from - 1, from + 1) },
              ],
              source: sourceText(passage, from - 1, to),
              negation: false,
            };
        return outcome('refuted', { kind: 'quoteAltered', ...reason }, places.slice(0, 1));
      }
      const inMarks = places.filter((p) => quotationAt(p));
      const wrongSpeaker =
        words.length > 1 ? misattribution(claim, inMarks.length ? inMarks : places) : undefined;
      if (wrongSpeaker)
        return outcome('refuted', wrongSpeaker, (inMarks.length > 0 ? inMarks : places).slice(0, 1), true);
      const best = inMarks[0] ?? places[0];
      return outcome(
        'supported',
        { kind: 'agrees', how: 'the same words' },
        best ? [best, ...places.filter((p) => p !== best)] : [],
      );
    }

    const said = claim.document.speakerOf(claim.block, claim.index);
    const attributed = said !== undefined || isReported(claim);
    // the title of a work is no quotation
    const titled = words.every(
      (w) => w.word.length <= 2 || isStopWord(w.word) || /^\p{Lu}|^\d/u.test(text.slice(w.start, w.end)),
    );
    let near = findApproximate(words, index.passages);
    if (quoted.includes('[')) {
      // an insertion may be the source's own: it quotes somebody itself
      const all = fragmentsOf(quoted, claim.mention.start, true).flat();
      const within = findApproximate(all, index.passages);
      if (changesIn(within[0]) < changesIn(near[0])) [words, near] = [all, within];
    }
    for (const found of near) {
      const share = found.matched / words.length;
      const passage = index.passages.passages[found.window.passage] as Passage;
      const at = placeOfWords(passage, found.window);
      const quotation = quotationAt(at);
      const inContext = quotation !== undefined && contextShare(claim, quotation) >= QUOTATION.context;
      const content = found.pairs.some(
        (p) => p.same && p.draft !== undefined && !isStopWord(words[p.draft]?.word ?? ''),
      );
      const enough =
        content &&
        (words.length >= QUOTATION.shortest
          ? share >= QUOTATION.found &&
            (quotation !== undefined ||
              attributed ||
              (words.length >= QUOTATION.longest && share >= QUOTATION.near))
          : share >= QUOTATION.foundInContext && inContext);
      if (!enough || (titled && (!attributed || /\sv(?:s?\.?|ersus)\s/.test(quoted)))) continue;
      if (changesIn(found) === 0)
        return outcome('supported', { kind: 'agrees', how: 'the same words' }, [at]);
      if (isReportedPerson(found, words, passage))
        return outcome('supported', { kind: 'agrees', how: 'the same words, reported' }, [at]);
      const edits = editsOf(found, words, passage, text);
      return outcome(
        'refuted',
        {
          kind: 'quoteAltered',
          edits,
          source: sourceText(passage, found.window.from, found.window.to),
          negation: false,
        },
        [at],
        quotation !== undefined,
      );
    }
    const long = words.length >= (said?.sure ? QUOTATION.shortestAttributed : QUOTATION.shortest);
    if (!long || titled || !attributed) return quiet;
    return outcome('notEnoughInfo', { kind: 'quoteNotFound' }, []);
  };
}
