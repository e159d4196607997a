/** German for the fact sheet, the ticks and the report. */
export const GERMAN_DESK: Readonly<Record<string, string>> = {
  // states and kinds
  'agrees with the source': 'stimmt mit der Quelle überein',
  'differs from the source': 'weicht von der Quelle ab',
  'differs from the calendar': 'weicht vom Kalender ab',
  'to be looked at again': 'erneut zu prüfen',
  'not in any source': 'in keiner Quelle',
  'in no source': 'ohne Beleg',
  accepted: 'akzeptiert',
  ticked: 'abgehakt',
  agrees: 'belegt',
  agree: 'belegt',
  differs: 'abweichend',
  differ: 'abweichend',
  'no facts': 'keine Angaben',
  number: 'Zahl',
  date: 'Datum',
  name: 'Name',
  quotation: 'Zitat',
  comment: 'Kommentar',
  citation: 'Beleg',
  'comment in the draft': 'Kommentar im Entwurf',
  'accepted value of the project': 'zugelassener Wert des Projekts',
  'ignore file': 'Ignorierdatei',
  'accepted by a person': 'von einer Person akzeptiert',

  // ticks
  'This is a source: only the facts of a draft are ticked.':
    'Das ist eine Quelle: Abgehakt werden nur Angaben eines Entwurfs.',
  'Save the draft first: its ticks are kept in a file beside it.':
    'Speichern Sie zuerst den Entwurf: Seine Häkchen stehen in einer Datei daneben.',
  'The sentence has changed since: the fact is not in the draft any more.':
    'Der Satz wurde inzwischen geändert: Die Angabe steht nicht mehr im Entwurf.',
  '{0} {1}. Mend it first: nothing is written into it until then.':
    '{0} {1}. Bringen Sie sie zuerst in Ordnung: Bis dahin wird nichts hineingeschrieben.',
  'cannot be changed': 'kann nicht geändert werden',
  'A tick needs the name of the person who looked.':
    'Zum Abhaken gehört der Name der Person, die nachgesehen hat.',
  'A tick needs a time such as 2025-12-14T10:30:00Z.':
    'Zum Abhaken gehört eine Zeit wie 2025-12-14T10:30:00Z.',
  'To accept a fact, say why it may stay.':
    'Wer eine Angabe akzeptiert, muss begründen, warum sie stehen bleiben darf.',
  '“{0}” differs from the source: accept it with a reason, or change it.':
    '„{0}“ weicht von der Quelle ab: Akzeptieren Sie die Angabe mit einer Begründung, oder ändern Sie sie.',
  '“{0}” is not in any source: accept it with a reason, or change it.':
    '„{0}“ steht in keiner Quelle: Akzeptieren Sie die Angabe mit einer Begründung, oder ändern Sie sie.',
  'the source {0} is gone since this was ticked': 'die Quelle {0} fehlt, seit dies abgehakt wurde',
  'the source {0} is gone since this was accepted': 'die Quelle {0} fehlt, seit dies akzeptiert wurde',
  'the source changed since this was ticked': 'die Quelle wurde geändert, seit dies abgehakt wurde',
  'the source changed since this was accepted': 'die Quelle wurde geändert, seit dies akzeptiert wurde',
  'the sources now agree with it, which they did not when this was ticked':
    'die Quellen stimmen jetzt damit überein; als dies abgehakt wurde, taten sie es nicht',
  'the sources now agree with it, which they did not when this was accepted':
    'die Quellen stimmen jetzt damit überein; als dies akzeptiert wurde, taten sie es nicht',
  'the sources now differ from it, which they did not when this was ticked':
    'die Quellen weichen jetzt davon ab; als dies abgehakt wurde, taten sie es nicht',
  'the sources now differ from it, which they did not when this was accepted':
    'die Quellen weichen jetzt davon ab; als dies akzeptiert wurde, taten sie es nicht',
  'the sources do not have it any more, as they did when this was ticked':
    'in den Quellen steht es nicht mehr; als dies abgehakt wurde, stand es darin',
  'the sources do not have it any more, as they did when this was accepted':
    'in den Quellen steht es nicht mehr; als dies akzeptiert wurde, stand es darin',
  'holds two versions that were not merged': 'enthält zwei Fassungen, die nicht zusammengeführt wurden',
  'This line is left over from a merge: delete it.':
    'Diese Zeile ist von einer Zusammenführung übrig: Löschen Sie sie.',
  'This file {0}: install that version to read and change it.':
    'Diese Datei {0}: Installieren Sie diese Version, um sie zu lesen und zu ändern.',
  'This file {0}. No tick in it counts, and it is not changed.':
    'Diese Datei {0}. Kein Häkchen darin zählt, und sie wird nicht geändert.',
  'This line is not understood: {0}. It is kept as it is and counts for nothing: mend it or delete it.':
    'Diese Zeile ist nicht zu verstehen: {0}. Sie bleibt, wie sie ist, und zählt nicht: Bringen Sie sie in Ordnung, oder löschen Sie sie.',
  'Two versions of this file were not merged. Both are read, but nothing is written until they are: use “Keep Both Sides”, or delete the lines with <<<<<<<, ======= and >>>>>>> yourself.':
    'Zwei Fassungen dieser Datei wurden nicht zusammengeführt. Beide werden gelesen, aber bis dahin wird nichts geschrieben: Wählen Sie „Beide Fassungen behalten“, oder löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>> selbst.',
  'it is not an entry in JSON': 'sie ist kein Eintrag in JSON',
  '“{0}” is missing or is no text': '„{0}“ fehlt oder ist kein Text',
  '“fact” is empty': '„fact“ ist leer',
  '“{0}” must be one of {1}': '„{0}“ muss eines von diesen sein: {1}',
  '“when” must be a time such as 2025-12-14T10:30:00Z': '„when“ muss eine Zeit wie 2025-12-14T10:30:00Z sein',
  '“reason” is no text': '„reason“ ist kein Text',
  '“sources” must be a list with path, hash and sentence':
    '„sources“ muss eine Liste mit „path“, „hash“ und „sentence“ sein',
  'was written by a later version of Touchstone (its format is {0})':
    'wurde von einer neueren Version von Touchstone geschrieben (ihr Format ist {0})',

  // report
  'Fact report: {0}': 'Prüfbericht: {0}',
  'Skip to the draft': 'Zum Entwurf springen',
  'Made {0} with Touchstone {1}.': 'Erstellt {0} mit Touchstone {1}.',
  'Made {0} with Touchstone {1}, against {2}. Texts are compared; nothing was looked up.':
    'Erstellt {0} mit Touchstone {1}, verglichen mit {2}. Verglichen werden Texte; nachgeschlagen wurde nichts.',
  '{0} source': '{0} Quelle',
  '{0} sources': '{0} Quellen',
  'SHA-256 of the draft: {0}': 'SHA-256 des Entwurfs: {0}',
  'Parts of the report': 'Teile des Berichts',
  'To settle': 'Zu klären',
  'The draft, line by line': 'Der Entwurf, Zeile für Zeile',
  Exceptions: 'Ausnahmen',
  Corrections: 'Korrekturen',
  Sources: 'Quellen',
  'What is not checked': 'Was nicht geprüft wird',
  'The check took too long and ended at line {0}: what stands from there on is not checked, and no figure here counts it.':
    'Die Prüfung dauerte zu lange und endete in Zeile {0}: Was von dort an steht, ist nicht geprüft, und keine Zahl hier zählt es mit.',
  'Nothing before line {0}, where the check ended.': 'Nichts vor Zeile {0}, in der die Prüfung endete.',
  'The draft from line {0} on: the check took too long and was ended there.':
    'Der Entwurf ab Zeile {0}: Die Prüfung dauerte zu lange und wurde dort beendet.',
  'Nothing: every fact agrees with a source or was settled by a person.':
    'Nichts: Jede Angabe stimmt mit einer Quelle überein oder wurde von einer Person geklärt.',
  'a comment': 'ein Kommentar',
  '{0} entry for a person to look at': '{0} Eintrag, den eine Person ansehen muss',
  '{0} entries for a person to look at': '{0} Einträge, die eine Person ansehen muss',
  Fact: 'Angabe',
  Facts: 'Angaben',
  Line: 'Zeile',
  'Line {0}.': 'Zeile {0}.',
  'In the draft': 'Im Entwurf',
  State: 'Stand',
  Why: 'Warum',
  'The draft is empty.': 'Der Entwurf ist leer.',
  'The draft has no facts to compare.': 'Der Entwurf enthält keine Angaben, die sich vergleichen lassen.',
  'Fact {0}: {1}': 'Angabe {0}: {1}',
  'Fact {0}, in line {1}': 'Angabe {0}, in Zeile {1}',
  'Fact {0}': 'Angabe {0}',
  'Facts {0}': 'Angaben {0}',
  'Also in {0}': 'Auch in {0}',
  Ticked: 'Abgehakt',
  'Ticked by {0}': 'Abgehakt von {0}',
  Accepted: 'Akzeptiert',
  'Accepted by {0}': 'Akzeptiert von {0}',
  'By {0}': 'Von {0}',
  'a person': 'einer Person',
  'None.': 'Keine.',
  'none given': 'nicht angegeben',
  '{0} finding left as it is': '{0} Befund, der stehen bleibt',
  '{0} findings left as they are': '{0} Befunde, die stehen bleiben',
  Finding: 'Befund',
  'Waved through by': 'Durchgewinkt von',
  Reason: 'Begründung',
  'Corrections seen in the editor since {0}; those made before, or in another editor, are not known':
    'Korrekturen im Editor seit {0}; frühere und solche in anderen Editoren sind nicht bekannt',
  'Corrections seen in the editor; those made before, or in another editor, are not known':
    'Korrekturen im Editor; frühere und solche in anderen Editoren sind nicht bekannt',
  'Not recorded: corrections are seen only in an editor, while the draft is open.':
    'Nicht erfasst: Korrekturen werden nur in einem Editor erkannt, solange der Entwurf offen ist.',
  'None seen since {0}. Corrections made before, or in another editor, are not known.':
    'Seit {0} keine. Frühere Korrekturen und solche in anderen Editoren sind nicht bekannt.',
  When: 'Wann',
  'Line then': 'Damalige Zeile',
  From: 'Vorher',
  To: 'Nachher',
  Rule: 'Regel',
  Source: 'Quelle',
  'The versions that the draft was compared with': 'Die Fassungen, mit denen der Entwurf verglichen wurde',
  'No.': 'Nr.',
  File: 'Datei',
  'What it is': 'Was es ist',
  'Agreeing facts of the draft': 'Damit belegte Angaben des Entwurfs',
  'Whether the sources are right. The draft is compared with them, and nothing else was looked up.':
    'Ob die Quellen recht haben. Der Entwurf wird mit ihnen verglichen; sonst wurde nichts nachgeschlagen.',
  'Causes, omissions, emphasis, opinion and taste; negation in general; what a pronoun refers to.':
    'Ursachen, Auslassungen, Gewichtung, Meinung und Geschmack; Verneinungen im Allgemeinen; worauf sich ein Pronomen bezieht.',
  'Front matter, code, links and comments of the draft.':
    'Front Matter, Code, Links und Kommentare des Entwurfs.',
  'Anything: there were no sources to compare with.': 'Gar nichts: Es gab keine Quellen zum Vergleichen.',
  'The source {0}: it {1}.': 'Die Quelle {0}: Sie {1}.',
  'What the rules look for that are switched off: {0}.': 'Wonach die ausgeschalteten Regeln suchen: {0}.',
};
