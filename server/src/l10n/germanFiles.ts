/** German for what is wrong with sources, settings and the files of a project; reasons follow the name of a file. */
export const GERMAN_FILES: Readonly<Record<string, string>> = {
  // sources
  'is empty': 'ist leer',
  'is not there any more': 'ist nicht mehr da',
  'is a folder': 'ist ein Ordner',
  'is not a file': 'ist keine Datei',
  'is a symbolic link that leads to itself': 'ist eine symbolische Verknüpfung, die auf sich selbst führt',
  "is not on this machine's disk ({0}:)": 'liegt nicht auf der Festplatte dieses Rechners ({0}:)',
  'cannot be read ({0})': 'kann nicht gelesen werden ({0})',
  'cannot be read: permission denied': 'kann nicht gelesen werden: keine Berechtigung',
  'cannot be read: the editor does not hand over files':
    'kann nicht gelesen werden: der Editor gibt keine Dateien heraus',
  'is larger than {0} (setting touchstone.maxSourceSize)':
    'ist größer als {0} (Einstellung touchstone.maxSourceSize)',
  'is larger than the limit ({0}, the limit is {1})': 'ist zu groß ({0}, erlaubt sind {1})',
  'is not a text file (it contains NUL bytes)': 'ist keine Textdatei (sie enthält NUL-Bytes)',
  'is not valid UTF-8 text (save it as UTF-8)': 'ist kein gültiger UTF-8-Text (speichern Sie sie als UTF-8)',
  '{0} bytes': '{0} Byte',
  'holds more than {0} sources; only the first {0} are read':
    'enthält mehr als {0} Quellen; nur die ersten {0} werden gelesen',
  'holds more than {0} drafts; the rest is not checked':
    'enthält mehr als {0} Entwürfe; die übrigen werden nicht geprüft',
  'names sources: {0}': 'nennt Quellen: {0}',
  '{0} leads out of the workspace and is not followed (setting touchstone.sourcesOutsideWorkspace)':
    '{0} führt aus dem Arbeitsbereich hinaus und wird nicht verfolgt (Einstellung touchstone.sourcesOutsideWorkspace)',
  '{0} lead out of the workspace and are not followed (setting touchstone.sourcesOutsideWorkspace)':
    '{0} führen aus dem Arbeitsbereich hinaus und werden nicht verfolgt (Einstellung touchstone.sourcesOutsideWorkspace)',
  'This document is not checked: it has no sources, or its project file does not name it as a draft.':
    'Dieses Dokument wird nicht geprüft: Es hat keine Quellen, oder seine Projektdatei nennt es nicht als Entwurf.',

  // project and ignore files
  'There is no {0} about “{1}” to ignore any more.': 'Es gibt kein {0} zu „{1}“ mehr, das ignoriert würde.',
  'This is not JSON: {0}.': 'Das ist kein JSON: {0}.',
  'nested too deeply': 'zu tief verschachtelt',
  'a text that does not end or holds a wrong character':
    'ein Text, der nicht endet oder ein unerlaubtes Zeichen enthält',
  'a value was expected, but found {0}': 'statt eines Wertes steht hier {0}',
  'a value was expected, but the file ends': 'statt eines Wertes endet hier die Datei',
  'a key in quotation marks was expected, but found {0}':
    'statt eines Schlüssels in Anführungszeichen steht hier {0}',
  'a key in quotation marks was expected, but the file ends':
    'statt eines Schlüssels in Anführungszeichen endet hier die Datei',
  '":" was expected after the key, but found {0}': 'statt ":" nach dem Schlüssel steht hier {0}',
  '":" was expected after the key, but the file ends': 'statt ":" nach dem Schlüssel endet hier die Datei',
  '"," or "{0}" was expected, but found {1}': 'statt "," oder "{0}" steht hier {1}',
  '"," or "{0}" was expected, but the file ends': 'statt "," oder "{0}" endet hier die Datei',
  'a comma stands before "{0}"': 'vor "{0}" steht ein Komma',
  'the file should end, but found {0}': 'statt des Endes der Datei steht hier {0}',
  '{0} is not a key of this file.': '{0} ist kein Schlüssel dieser Datei.',
  '{0} is not a key of this file; did you mean {1}?': '{0} ist kein Schlüssel dieser Datei; ist {1} gemeint?',
  '{0} is not the code of a rule.': '{0} ist nicht der Code einer Regel.',
  '{0} is not the code of a rule; did you mean {1}?': '{0} ist nicht der Code einer Regel; ist {1} gemeint?',
  'the key {0} is missing.': 'der Schlüssel {0} fehlt.',
  'found {0}, allowed is {1}.': 'hier steht {0}, erlaubt ist {1}.',
  'found {0}, allowed is {1} or {2}.': 'hier steht {0}, erlaubt ist {1} oder {2}.',
  'found {0}, allowed is a list of {1} or more.':
    'hier steht {0}, erlaubt ist eine Liste mit mindestens {1} Einträgen.',
  'found {0}, allowed is {1} or more.': 'hier steht {0}, erlaubt ist {1} oder mehr.',
  'found an empty text, allowed is one with words.':
    'hier steht ein leerer Text, erlaubt ist einer mit Wörtern.',
  'found {0}, which is not of the right form.': 'hier steht {0}, das hat nicht die richtige Form.',
  'an object': 'ein Objekt',
  'a list': 'eine Liste',
  'a text': 'ein Text',
  'a whole number': 'eine ganze Zahl',
  'true or false': 'true oder false',

  // settings
  'a list of one or more globs': 'eine Liste mit mindestens einem Glob',
  '"onType" or "onSave"': '"onType" oder "onSave"',
  'an object of rule codes and levels': 'ein Objekt aus Regelcodes und Stufen',
  'a whole number of bytes, 1 or more': 'eine ganze Zahl von Bytes, mindestens 1',
  'a whole number, 1 or more': 'eine ganze Zahl, mindestens 1',
  'a whole number of milliseconds, 0 or more': 'eine ganze Zahl von Millisekunden, mindestens 0',
  'a number of seconds, more than 0': 'eine Zahl von Sekunden, mehr als 0',
  '"off", "error", "warning" or "info"': '"off", "error", "warning" oder "info"',
  '"error", "warning", "information", "hint" or "off"':
    '"error", "warning", "information", "hint" oder "off"',
  '{0}: found {1}, allowed is an object of settings; using the defaults.':
    '{0}: hier steht {1}, erlaubt ist ein Objekt aus Einstellungen; es gelten die Vorgaben.',
  '{0}: found {1}, which is not the code of a rule; ignoring it.':
    '{0}: hier steht {1}, das ist nicht der Code einer Regel und wird übergangen.',
  "{0}: found {1}, allowed is {2}; using the rule's own level.":
    '{0}: hier steht {1}, erlaubt ist {2}; es gilt die eigene Stufe der Regel.',
  '{0}: found {1}, allowed is {2}; using {3}.': '{0}: hier steht {1}, erlaubt ist {2}; es gilt {3}.',
};
