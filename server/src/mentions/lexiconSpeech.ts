const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Finite forms of verbs that report what somebody says. */
const SPEECH_VERBS = words(
  'said says told tells added adds wrote writes tweeted posted announced announces stated states noted notes claimed ' +
    'claims warned warns insisted insists explained explains admitted admits confirmed confirms denied denies argued ' +
    'argues suggested suggests described describes called calls welcomed welcomes confessed asked asks replied ' +
    'replies responded responds urged urges joked jokes revealed reveals commented comments concluded concludes ' +
    'continued continues praised praises declared declares recalled recalls testified testifies promised promises ' +
    'pledged pledges vowed vows acknowledged acknowledges remarked remarks observed observes predicted predicts ' +
    'complained complains criticised criticized criticises criticizes condemned condemns dismissed dismisses ' +
    'demanded demands emphasised emphasized emphasises emphasizes stressed stresses maintained maintains countered ' +
    'counters accused accuses hailed hails branded brands labelled labeled dubbed termed blasted slammed quipped ' +
    'shouted whispered cried exclaimed mused reiterated reported reports repeated repeats believed believes thinks ' +
    'alleged alleges boasted boasts conceded concedes declined disclosed ' +
    'expressed expresses indicated indicates informed informs lamented laments mentioned mentions proclaimed quoted ' +
    'quotes read reads shouts signalled tells vented voiced voices ruled',
);

/** True for a finite reporting verb; `lower` is lower-cased. */
export const isSpeechVerb = (lower: string): boolean => SPEECH_VERBS.has(lower);

const SPEECH_PARTICIPLES = words(
  'saying telling adding writing tweeting posting announcing stating noting claiming warning insisting explaining ' +
    'admitting confirming denying arguing suggesting describing calling welcoming asking replying responding urging ' +
    'joking revealing commenting concluding continuing praising declaring recalling testifying promising pledging ' +
    'vowing acknowledging remarking observing predicting complaining criticising criticizing condemning dismissing ' +
    'demanding emphasising emphasizing stressing maintaining countering accusing hailing branding labelling dubbing',
);

/** True for a reporting participle whose subject is that of the main clause ("…, noting that …"). */
export const isSpeechParticiple = (lower: string): boolean => SPEECH_PARTICIPLES.has(lower);

const BETWEEN = words(
  'has have had also later then previously repeatedly publicly once again already recently earlier now ' +
    'simply still reportedly since himself herself often famously quickly angrily bluntly privately subsequently ' +
    'initially finally further never always even would will did have',
);

/** Auxiliaries and adverbs that may stand between a subject and its reporting verb. */
export const isBetweenSubjectAndVerb = (lower: string): boolean => BETWEEN.has(lower) || lower.endsWith('ly');
