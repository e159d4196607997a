import type { InlayHint, InlayHintLabelPart, Range } from 'vscode-languageserver-types';
import { fileName } from '../../findings/evidence.ts';
import { excerptOf } from '../../findings/excerpt.ts';
import type { Evidence } from '../../findings/finding.ts';
import { sentenceAt } from '../../prose/document.ts';
import { overlaps } from '../../text/span.ts';
import type { CheckedDocument } from '../checker.ts';
import { placeOf, toSpan } from '../ranges.ts';

/** At the end of each sentence in `range`, the places of the sources that its facts agree with: "a.txt:1". */
export function inlayHints(checked: CheckedDocument, range: Range): InlayHint[] {
  const { prose } = checked.analysed;
  const asked = toSpan(prose.lines, range);
  const agreeing = checked.facts.filter(({ verdict }) => verdict === 'supported');
  return prose.blocks.flatMap(({ text, map, sentences, ...block }) => {
    const whole = map.spanToDocument({ start: 0, end: text.length });
    if (!overlaps(whole, asked)) return [];
    const cited = sentences.map((): Evidence[] => []);
    for (const { start, end, evidence } of agreeing) {
      const at = whole.start <= start && end <= whole.end ? map.toProse(start) : undefined;
      if (at === undefined || !evidence[0]) continue;
      cited[sentenceAt({ text, map, sentences, ...block }, at)]?.push(evidence[0]);
    }
    return sentences.flatMap((sentence, at): InlayHint[] => {
      const label = labelParts(cited[at] ?? [], checked);
      const position = prose.lines.position(map.spanToDocument(sentence).end);
      return label.length === 0 ? [] : [{ position, label, paddingLeft: true }];
    });
  });
}

function labelParts(evidence: readonly Evidence[], checked: CheckedDocument): InlayHintLabelPart[] {
  const seen = new Set<string>();
  return evidence.flatMap((each): InlayHintLabelPart[] => {
    const value = `${fileName(each.uri)}:${each.line + 1}`;
    const place = placeOf(each, checked);
    if (!place || seen.has(value)) return [];
    seen.add(value);
    const { before, words, after } = excerptOf(each, place.document);
    const separator = seen.size > 1 ? [{ value: ', ' }] : [];
    const location = { uri: place.uri, range: place.words };
    return [...separator, { value, location, tooltip: `“${before}${words}${after}”` }];
  });
}
