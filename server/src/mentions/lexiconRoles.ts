const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Short courtesy and rank titles; they belong to no role and are split off as the honorific. */
const HONORIFICS = words(
  'mr mrs ms mx miss dr prof sir dame lord lady rev reverend fr hon rt sgt sergeant cpl corporal capt captain lt ' +
    'lieutenant maj major col colonel gen general adm admiral cmdr commander brig brigadier det detective insp ' +
    'inspector supt superintendent constable pc dc ds di dci dcs judge justice sheikh sheik imam mufti ayatollah rabbi pope ' +
    'bishop archbishop cardinal father sister brother king queen prince princess duke duchess earl baron baroness ' +
    'emperor sultan sen rep gov cllr councillor congressman congresswoman professor doctor madam mme monsieur señor ' +
    'señora herr frau',
);

/** True for a courtesy or rank title ("Mr", "Dr", "Sir", "Gen"); `lower` without its full stop. */
export const isHonorific = (lower: string): boolean => HONORIFICS.has(lower);

/** Written without a full stop in some styles and with one in others. */
const ABBREVIATED = words(
  'mr mrs ms mx dr prof rev fr hon rt sgt cpl capt lt maj col gen adm cmdr brig det insp supt sen rep gov cllr st jr ' +
    'sr inc ltd co corp bros mme',
);

/** True when a full stop after the word does not end a sentence ("Mr.", "St.", "Inc."). */
export const isAbbreviation = (lower: string): boolean => ABBREVIATED.has(lower);

/** Words for what a person does or is; the head of a role ("envoy", "founder", "spokeswoman"). */
const ROLES = words(
  'president vice-president minister secretary speaker envoy chancellor chief chairman chairwoman chairperson chair ' +
    'director manager coach governor senator representative mayor attorney ambassador professor deputy commissioner ' +
    'premier taoiseach leader founder co-founder cofounder spokesman spokeswoman spokesperson agent lawyer solicitor ' +
    'barrister actor actress singer laureate winner champion captain striker midfielder defender goalkeeper winger ' +
    'keeper forward fullback full-back halfback half-back fly-half scrum-half prop hooker flanker lock loosehead tighthead ' +
    'batsman bowler seamer spinner all-rounder wicketkeeper paralympian olympian medallist coach-in-chief analyst economist scientist researcher historian author writer novelist poet ' +
    'journalist reporter correspondent editor columnist broadcaster presenter host blogger activist campaigner ' +
    'dissident politician lawmaker legislator councillor mp mep msp congressman congresswoman candidate aspirant ' +
    'nominee contender incumbent successor predecessor aide adviser advisor consultant expert specialist strategist ' +
    'officer official executive ceo cfo coo cto boss owner co-owner partner investor shareholder banker trader broker ' +
    'entrepreneur businessman businesswoman industrialist magnate tycoon billionaire millionaire philanthropist ' +
    'treasurer accountant auditor negotiator mediator diplomat consul delegate chief-of-staff clerk administrator ' +
    'superintendent headteacher headmaster teacher lecturer dean rector provost principal student pupil graduate ' +
    'doctor surgeon nurse physician psychologist psychiatrist psychotherapist therapist paramedic pharmacist engineer ' +
    'architect designer artist painter sculptor photographer musician guitarist drummer bassist pianist composer ' +
    'conductor producer filmmaker screenwriter comedian entertainer dancer model rapper star player footballer ' +
    'cricketer golfer boxer cyclist runner swimmer sprinter driver rider jockey tennis athlete seed goalscorer ' +
    'commander general colonel major lieutenant sergeant corporal admiral marshal soldier pilot astronaut cosmonaut ' +
    'policeman policewoman detective inspector constable sheriff marshal prosecutor judge justice magistrate juror ' +
    'coroner defendant suspect victim witness inmate prisoner convict murderer killer gunman attacker terrorist ' +
    'hostage king queen prince princess duke duchess monarch emperor pope bishop archbishop cardinal priest vicar ' +
    'pastor rabbi imam cleric mufti monk nun patriarch farmer fisherman builder plumber electrician carpenter chef ' +
    'cook baker waiter waitress barista shopkeeper landlord landlady tenant resident neighbour neighbor villager ' +
    'volunteer worker employee employer colleague organiser organizer coordinator supervisor head figure symbol icon ' +
    'veteran pioneer inventor creator developer programmer curator librarian archivist biologist physicist chemist ' +
    'geologist hydrologist glaciologist volcanologist oceanographer astronomer mathematician statistician climatologist meteorologist seismologist ecologist zoologist ' +
    'botanist epidemiologist virologist immunologist neuroscientist oncologist cardiologist paediatrician ' +
    'archaeologist anthropologist sociologist philosopher theologian linguist critic commentator pundit observer ' +
    'wife husband widow widower spouse fiancé fiancée girlfriend boyfriend ex-wife ex-husband mother father mum dad ' +
    'son daughter brother sister uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter ' +
    'son-in-law daughter-in-law friend rival ally member trustee patron ombudsman whistleblower whistle-blower ' +
    'premier-designate president-elect frontman frontwoman bandmate teammate skipper umpire referee official-in-charge ' +
    'secretary-general attorney-general governor-general',
);

/** True for the head noun of a role; `lower` is lower-cased. */
export const isRoleWord = (lower: string): boolean => ROLES.has(lower) || roleEnding(lower);

/** Hyphenated relatives: "ex-president", "vice-chairman", "co-author", "then-leader". */
function roleEnding(lower: string): boolean {
  const at = lower.indexOf('-');
  if (
    at <= 0 ||
    !/^(?:ex|vice|co|then|former|deputy|sub|non|under|step|great|grand|half|arch|self)$/.test(
      lower.slice(0, at),
    )
  )
    return false;
  return ROLES.has(lower.slice(at + 1));
}

/** Capitalised titles written before a name as part of the same run ("President", "Prime Minister"). */
const TITLES = words(
  'president vice-president minister secretary speaker envoy chancellor chief executive chairman chairwoman ' +
    'chairperson chair director manager coach governor senator mayor attorney ambassador commissioner premier ' +
    'taoiseach leader founder co-founder spokesman spokeswoman spokesperson agent lawyer actor actress singer deputy ' +
    'officer detective judge justice congressman congresswoman professor commander general ceo cfo editor ' +
    'correspondent laureate captain champion analyst economist mp mep msp am secretary-general president-elect ' +
    'attorney-general prosecutor dean principal superintendent representative',
);

/** True for a title that stands in capitals before a name; honorifics count. */
export const isTitle = (lower: string): boolean => TITLES.has(lower) || HONORIFICS.has(lower);

/** Words that only modify a title or role: "Special Envoy", "Prime Minister", "former president", "opposition leader". */
const MODIFIERS = words(
  'prime first vice deputy foreign interior exterior defence defense finance justice health home education energy ' +
    'environment environmental culture transport trade labour labor agriculture economy economic social special ' +
    'crown former acting interim then shadow chief executive managing general senior junior assistant associate ' +
    'assistant regional national local state federal presidential parliamentary opposition party team club company ' +
    'police government press union campaign military army navy naval church student film football rugby cricket ' +
    'tennis golf boxing basketball hockey athletics swimming pop rock rap opera jazz folk classical art music media ' +
    'news political human rights civil legal financial business technology tech science research medical clinical ' +
    'exiled jailed imprisoned detained late veteran outgoing incoming incumbent longtime long-time legendary ' +
    'prominent leading top key retired ex international world olympic european presidential-candidate top-ranked ' +
    'private public non-executive independent co deputy-prime security intelligence counter-terrorism policy ' +
    'communications operations commercial marketing digital creative artistic technical sporting academic head ' +
    'lead principal founding fellow law criminal corporate investment market sports crime court royal ' +
    'trade-union anti-corruption anti-war pro-democracy opposition-party climate animal women children housing ' +
    'water fire ambulance care community youth city council town county district village school university college ' +
    'hospital factory bank software data security-service space weather science-fiction history fashion food',
);

/** True for a word that may stand between a determiner and a role word; `lower` is lower-cased. */
export const isRoleModifier = (lower: string): boolean => MODIFIERS.has(lower);

const OFFICES = words(
  'state defense defence staff commerce labor labour education energy health transportation transport agriculture ' +
    'justice interior treasury finance police operations parliament foreign',
);

/** What may follow "of" inside a title: "Secretary of State", "Minister of Defence". */
export const isOffice = (lower: string): boolean => OFFICES.has(lower);
