/** What `touchstone --help` prints. */
export const HELP = `Touchstone checks the numbers, dates, names and quotations of a draft against its sources.

Usage
  touchstone check [DRAFT…] [options]   check drafts: files, folders or globs
  touchstone rules                      list the rules
  touchstone --help | --version

Options of check
  --sources GLOB…        source files, folders or globs, up to the next option or "--"
                         (default: seeds/**/*.{txt,md,markdown} in the nearest folder above the draft that has seeds/,
                         or what the project file or the draft's front matter names as sources)
  --format FORMAT        pretty (default) or json
  --rule CODE=LEVEL      give a rule another level: error, warning, information, hint or off; may be repeated
  --level LEVEL          report findings of this level and above (default: hint, which reports all)
  --config FILE          use this project file (default: the touchstone.json nearest to each draft)
  --no-config            use no project file
  --no-ignore            report also what .touchstoneignore.json leaves out

Without a draft, the drafts are those that the project file of the current folder names.

Exit codes
  0  no error and no warning        1  errors or warnings        2  could not do its job; the reason is on stderr
`;
