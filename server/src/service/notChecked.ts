/** Why an open document is not checked; what to do about it is for the editor to say. */
export interface NotChecked {
  readonly uri: string;
  readonly reason: WhyNotChecked['reason'];
  /** The project file whose `drafts` leave it out. */
  readonly projectFile?: string;
  /** Globs of the sources, which no file that can be read matches. */
  readonly globs?: readonly string[];
}

/** The cause alone: no folder has sources for it, it is no draft of its project, there are no sources, it is too large. */
export type WhyNotChecked =
  | { readonly reason: 'noFolder' | 'tooLarge' }
  | { readonly reason: 'notDraft'; readonly projectFile: string }
  | { readonly reason: 'noSources'; readonly globs: readonly string[] };
