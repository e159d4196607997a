/** A labelled error of a draft; offsets are UTF-16 offsets into the draft. */
export interface LabelledError {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: 'number' | 'date' | 'name' | 'quote' | 'relation' | 'other';
  /** What should stand there, where that is known. */
  readonly correct?: string;
  /** The wrong text also occurs somewhere in the source, so a look-up cannot find it. */
  readonly in_source?: boolean;
  readonly sub?: string;
}

/** One line of an evaluation set: sources, a draft and what is wrong with it. */
export interface Item {
  readonly id: string;
  readonly dataset?: string;
  /** The text of the source; a list holds several sources. */
  readonly source: string | readonly string[];
  readonly draft: string;
  /** Of the sources and the draft; plain text when absent. */
  readonly format?: 'markdown' | 'plaintext';
  readonly label: 'consistent' | 'inconsistent';
  readonly errors?: readonly LabelledError[];
  /** Joins a corrupted draft with its clean twin. */
  readonly pair?: string;
  /** Kind of error or rewrite of the whole item. */
  readonly tax?: string;
  /** Article the item was made from: resampling draws whole articles. */
  readonly skey?: string;
  /** The labelled spans may be incomplete. */
  readonly weak_spans?: boolean;
  /** Labelled spans without a type, for overlap only. */
  readonly spans?: readonly (readonly [number, number])[];
}

/** A finding as it is scored. */
export interface PredictedFinding {
  readonly start: number;
  readonly end: number;
  readonly type: 'number' | 'date' | 'name' | 'quote';
  readonly severity?: string;
  /** The text that the first fix puts in place of `start`–`end`. */
  readonly suggestion?: string;
  readonly rule?: string;
}

/** All findings of one item. */
export interface Prediction {
  readonly id: string;
  readonly findings: readonly PredictedFinding[];
}

/** Parses JSON Lines; blank lines are skipped. */
export function parseLines<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
