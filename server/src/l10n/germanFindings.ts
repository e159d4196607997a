/** German for findings, what is shown beside them, and what can be done about them. */
export const GERMAN_FINDINGS: Readonly<Record<string, string>> = {
  // findings
  '{0}, not {1}': '{0}, nicht {1}',
  '“{0}”, not exactly {1}': '„{0}“, nicht genau {1}',
  '“{0}”, not “{1}”': '„{0}“, nicht „{1}“',
  '{0}, not {1}: {2} is a {0}': '{0}, nicht {1}: {2} ist ein {0}',
  'The source has {0}, not “{1}”': 'In der Quelle steht {0}, nicht „{1}“',
  'The number “{0}” is not in any source': 'Die Zahl „{0}“ steht in keiner Quelle',
  'The date “{0}” is not in any source': 'Das Datum „{0}“ steht in keiner Quelle',
  'The name “{0}” is not in any source': 'Der Name „{0}“ steht in keiner Quelle',
  'The time “{0}” is not in any source': 'Die Uhrzeit „{0}“ steht in keiner Quelle',
  'The quotation “{0}” is not in any source': 'Das Zitat „{0}“ steht in keiner Quelle',
  'These words are not in any source': 'Dieser Wortlaut steht in keiner Quelle',
  'The cut leaves out a negation: “{0}”': 'Die Auslassung verschluckt eine Verneinung: „{0}“',
  '“{0}” is not in the quotation': '„{0}“ gehört nicht zum Zitat',
  '{0} said this, not {1}': 'Gesagt hat das {0}, nicht {1}',
  '“{0}” is the role of {1}, not of {2}': '„{0}“ ist die Funktion von {1}, nicht von {2}',
  '“{0}” is not the role of {1}': '„{0}“ ist nicht die Funktion von {1}',
  '{0} and {1} make {2}, not {3} — {4}': '{0} und {1} ergeben {2}, nicht {3} — {4}',
  'This date is a {0}': 'Dieses Datum ist ein {0}',
  'nothing here for this comment to silence':
    'hier gibt es nichts, was dieser Kommentar stummschalten könnte',
  'no {0} here to silence': 'hier gibt es kein {0} stummzuschalten',
  '“{0}” is not the code of a rule': '„{0}“ ist nicht der Code einer Regel',
  '“{0}” is not the code of a rule; did you mean {1}?':
    '„{0}“ ist nicht der Code einer Regel; ist {1} gemeint?',
  '{0} more like this in this file is not shown':
    '{0} weiterer dieser Art in dieser Datei wird nicht angezeigt',
  '{0} more like this in this file are not shown':
    '{0} weitere dieser Art in dieser Datei werden nicht angezeigt',
  'Not checked from here on: the check took longer than {0} s (setting touchstone.timeBudget). It goes on from here with the next edit or check.':
    'Ab hier nicht geprüft: Die Prüfung dauerte länger als {0} s (Einstellung touchstone.timeBudget). Sie geht mit der nächsten Änderung oder Prüfung von hier an weiter.',
  '{0} more finding is not shown. Mend or ignore some of those above, or raise the setting touchstone.maxFindings.':
    '{0} weiterer Befund wird nicht angezeigt. Beheben oder ignorieren Sie einige der Befunde darüber, oder erhöhen Sie die Einstellung touchstone.maxFindings.',
  '{0} more findings are not shown. Mend or ignore some of those above, or raise the setting touchstone.maxFindings.':
    '{0} weitere Befunde werden nicht angezeigt. Beheben oder ignorieren Sie einige der Befunde darüber, oder erhöhen Sie die Einstellung touchstone.maxFindings.',
  'Touchstone: the rule {0} has failed and is off until the server is restarted. All other rules go on. The log says what happened.':
    'Touchstone: Die Regel {0} ist fehlgeschlagen und bleibt bis zum Neustart des Servers aus. Alle anderen Regeln arbeiten weiter. Was geschehen ist, steht im Protokoll.',

  // hover, lenses
  '{0} agrees with {1} sources': '{0} stimmt mit {1} Quellen überein',
  '{0} agrees with the source': '{0} stimmt mit der Quelle überein',
  '{0} is not in any source. The nearest passage:': '{0} steht in keiner Quelle. Die nächstliegende Stelle:',
  '{0} is not in any source — 1 source was read': '{0} steht in keiner Quelle — 1 Quelle wurde gelesen',
  '{0} is not in any source — {1} sources were read':
    '{0} steht in keiner Quelle — {1} Quellen wurden gelesen',
  '{0} differs from the calendar': '{0} weicht vom Kalender ab',
  '{0} differs from what this source says elsewhere':
    '{0} weicht von dem ab, was diese Quelle an anderer Stelle sagt',
  '{0} differs from the speaker in the source': '{0} weicht von der zitierten Person in der Quelle ab',
  '{0} differs from the role that the source gives this name':
    '{0} weicht von der Funktion ab, die die Quelle diesem Namen gibt',
  '{0} differs from the source': '{0} weicht von der Quelle ab',
  '{0}, line {1}': '{0}, Zeile {1}',
  '{0} agrees': '{0} belegt',
  '{0} agree': '{0} belegt',
  '{0} differs': '{0} abweichend',
  '{0} differ': '{0} abweichend',
  '{0} not in any source': '{0} in keiner Quelle',
  '{0} fact': '{0} Angabe',
  '{0} facts': '{0} Angaben',
  '{0} fact: {1}': '{0} Angabe: {1}',
  '{0} facts: {1}': '{0} Angaben: {1}',
  'cited by {0} draft': 'von {0} Entwurf verwendet',
  'cited by {0} drafts': 'von {0} Entwürfen verwendet',

  // why a fact agrees
  'same value': 'gleicher Wert',
  'same number': 'gleiche Zahl',
  'same bound': 'gleiche Grenze',
  'same points': 'gleiche Prozentpunkte',
  'same share': 'gleicher Anteil',
  'same score': 'gleicher Spielstand',
  'same score, other order': 'gleicher Spielstand, andere Reihenfolge',
  'same words': 'gleicher Wortlaut',
  'the same words': 'der gleiche Wortlaut',
  'same range': 'gleiche Spanne',
  'same date': 'gleiches Datum',
  'same name': 'gleicher Name',
  'a spelling of the same name': 'eine Schreibweise desselben Namens',
  'same time': 'gleiche Uhrzeit',
  'same times': 'gleiche Uhrzeiten',
  'same time in another zone': 'gleiche Uhrzeit in einer anderen Zeitzone',
  'about this time': 'ungefähr um diese Zeit',
  'after this time': 'nach dieser Zeit',
  'before this time': 'vor dieser Zeit',
  rounded: 'gerundet',
  converted: 'umgerechnet',
  'within 5 %': 'höchstens 5 % daneben',
  'rounded as written': 'gerundet wie geschrieben',
  'within the bound': 'innerhalb der Grenze',
  'within the usual meaning': 'im üblichen Sinn des Wortes',
  'end of the range': 'ein Ende der Spanne',
  'inside the range': 'innerhalb der Spanne',
  'sum of {0} and {1}': 'Summe von {0} und {1}',
  'difference of {0} and {1}': 'Differenz von {0} und {1}',
  'sum of {0}': 'Summe von {0}',
  '{0} of {1}': '{0} von {1}',
  '{0} for each of {1}': '{0} für jedes von {1}',
  '{0} times {1}': '{0} mal {1}',
  'change from {0} to {1}': 'Veränderung von {0} auf {1}',

  // actions
  'Replace with “{0}”': 'Durch „{0}“ ersetzen',
  'Remove “{0}”': '„{0}“ entfernen',
  'Remove the quotation marks': 'Anführungszeichen entfernen',
  'Restore the source’s words': 'Wortlaut der Quelle herstellen',
  'Change to {0}': 'In {0} ändern',
  'Remove the comment': 'Kommentar entfernen',
  'Use the source’s spelling “{0}” everywhere ({1} places)':
    'Überall die Schreibweise der Quelle „{0}“ verwenden ({1} Stellen)',
  'Change all {0} “{1}” in this file to “{2}”': 'Alle {0} „{1}“ in dieser Datei in „{2}“ ändern',
  '{0} (all {1} in this file)': '{0} (alle {1} in dieser Datei)',
  'Ignore {0} on this line': '{0} in dieser Zeile ignorieren',
  'Ignore {0} in this file': '{0} in dieser Datei ignorieren',
  'Ignore “{0}” in this sentence, in {1}': '„{0}“ in diesem Satz ignorieren, in {1}',
  'Copy correction notice': 'Korrekturhinweis kopieren',
  'Fix, and copy correction notice': 'Beheben und Korrekturhinweis kopieren',
  'Open the source': 'Quelle öffnen',
  'Fix the finding in this file that needs no choice':
    'Den Befund in dieser Datei beheben, der keine Entscheidung verlangt',
  'Fix all {0} findings in this file that need no choice':
    'Alle {0} Befunde in dieser Datei beheben, die keine Entscheidung verlangen',
  'Insert citation: {0}': 'Beleg einfügen: {0}',
  'Show the page of {0}': 'Seite zu {0} anzeigen',
  'Keep both sides': 'Beide Fassungen behalten',
  'This document is itself a source.': 'Dieses Dokument ist selbst eine Quelle.',
  'Nothing was copied: select words in a source and copy them first.':
    'Es wurde nichts kopiert: Markieren und kopieren Sie zuerst Wörter in einer Quelle.',
  'The copied text is too long for a quotation.': 'Der kopierte Text ist für ein Zitat zu lang.',
  'The copied words are in no source of this draft.':
    'Der kopierte Wortlaut steht in keiner Quelle dieses Entwurfs.',
  'Checking drafts': 'Entwürfe werden geprüft',
  '{0} of {1}: {2}': '{0} von {1}: {2}',
  'Touchstone could not answer; its output says why.':
    'Touchstone konnte nicht antworten; der Grund steht in der Ausgabe.',
};
