/** Names under which editors announce the texts that are checked, in lower case. */
const LANGUAGES: Readonly<Record<string, 'markdown' | 'plaintext'>> = {
  markdown: 'markdown',
  gfm: 'markdown',
  md: 'markdown',
  plaintext: 'plaintext',
  'plain text': 'plaintext',
  text: 'plaintext',
  txt: 'plaintext',
};

/** The protocol's name of a language that an editor calls otherwise: "text" is "plaintext". Others stay as they are. */
export const languageOf = (languageId: string): string => LANGUAGES[languageId.toLowerCase()] ?? languageId;
