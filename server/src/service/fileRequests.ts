/** What a client answers to `touchstone/readFile`: the bytes in Base64, or why there are none. */
export type ReadFileResult =
  | { readonly base64: string }
  | { readonly none: 'missing' | 'folder' | 'tooLarge' }
  /** In the words of the editor's file system. */
  | { readonly problem: string };

/** What stands in a folder under one name; a link counts as what it leads to, `other` when it leads nowhere. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}
