import { kept } from '../text/kept.ts';

/**
 * Spellings that come of writing one foreign name in Latin letters in different ways. Words are folded: lower case,
 * no diacritics.
 */

/** Given names and places whose forms differ by more than letters of the same sound. One row a name. */
const ROWS =
  'alexander aleksandr aliaksandr oleksandr alexandr aleksander|alexei alexey aleksei aleksey aliaksei oleksii oleksiy alexej|' +
  'andrei andrey andrej andriy andrii andrzej|dmitry dmitri dmitriy dmitrii dzmitry dmytro dimitri|' +
  'evgeny evgeni yevgeny yevgeni evgeniy yauhen yevhen eugene|gennady gennadi henadz hennadiy|grigory grigori hryhoriy ryhor|' +
  'igor ihar ihor|ivan|konstantin kanstantsin kostiantyn constantin constantine|mikhail mikhal mykhailo michail mihail|' +
  'nikolai nikolay mikalai mikalay mykola|oleg aleh oleh|pavel paval pavlo|roman raman|sergei sergey siarhei serhiy serhii sergej|' +
  'stepan stsiapan|timofei tsimafei|vasily vasili vasil vasyl|viktor victor viktar|viktoria victoria viktoryia viktoriya|' +
  'vladimir uladzimir volodymyr wladimir|vitaly vitali vital vitaliy|vladislav uladzislau vladyslav|yury yuri yuriy iury iurii yurii|' +
  'anastasia anastasiya nastassia anastasiia|catherine katherine|ekaterina katsiaryna kateryna yekaterina|elena yelena alena olena|' +
  'galina halina halyna|irina iryna|maria maryia mariya mariia marya|natalia natallia nataliya natalya nataliia|olga volha olha|' +
  'svetlana sviatlana svitlana|tatiana tatyana tatsiana tetiana tetyana|julia yulia yuliya iuliia|xenia ksenia kseniya|' +
  'mohammed muhammad mohamed mohammad mohamad mohamud mehmed mahomet|ahmed ahmad|hussein hussain husain husayn hossein|' +
  'hassan hasan|yousef yusuf youssef yousuf joseph|abdullah abdallah|ibrahim ebrahim|osama usama|omar umar|' +
  'gaddafi qaddafi kadafi kadhafi gadhafi qadhafi|hezbollah hizbullah hizbollah hezbullah|qaeda qaida|koran quran|' +
  'kyiv kiev|kharkiv kharkov|odesa odessa|lviv lvov|chornobyl chernobyl|dnipro dnepr|mykolaiv nikolaev|hrodna grodno|' +
  'mahilyow mogilev mahiliou|homel gomel|vitsebsk vitebsk|zelensky zelenskyy zelenskiy zelenskii|beijing peking';

let rows: ReadonlyMap<string, number> | undefined;

/** Number of the row that holds the folded word, or undefined. */
export function knownForm(word: string): number | undefined {
  rows ??= new Map(ROWS.split('|').flatMap((row, n) => row.split(' ').map((form) => [form, n] as const)));
  return rows.get(word);
}

const SLAVIC =
  /enk[oa]$|[aeo][vwu]s?k?(?:a|aya|aia|ski|sky)?$|(?:sk|tsk|ck|zk)(?:i|y|iy|yi|ij|ii|yy|oy|oi|aya|aia|aja)$|(?:[iy]|o|e|a|u)k[oa]$|[iy]na$|[iy](?:ch|cz|tsch|tch)$|(?:ch|cz|i|y)u[kc]k?$|^(?:sv|sw|vl|vs|zh|kh|ts|tz|dz|shch|dm)|zh|shch|lya|lia|nya|nia[^l]|chk[oa]$|(?:iy|yi|yj|ij|yy)$|[aeo]ln(?:y|yi|iy|ij)$/;

const ARABIC =
  /^(?:al|el|as|ad|ash|abd|abu|bin|ibn)-|kh|gh(?!t|l|$)|q(?!u)|dh|ull?ah$|allah|ud+in|uss[ae]|sein$|sain$|aa|^(?:abd|mu[hs]|mo[hs])/;

/** True for a word whose letters show that it was transliterated from a Slavic script. */
export const looksSlavic: (word: string) => boolean = kept(
  (word: string): boolean => word.length >= 5 && SLAVIC.test(word),
);

/** True for a word whose letters show that it was transliterated from Arabic or Persian. */
export const looksArabic: (word: string) => boolean = kept(
  (word: string): boolean => word.length >= 4 && ARABIC.test(word),
);

const isVowelLetter = (char: string): boolean => 'aeiouyj'.includes(char);

/**
 * Sounds of a Slavic name, consonants by their row (ts/c/t, g/h, w/v, zh/z, sh/sz) and each group of vowels as one
 * of a (a, o, e, with or without a glide), i, u. Two transliterations of one name have the same sounds.
 */
export const slavicSounds: (word: string) => string = kept(readSlavicSounds);

function readSlavicSounds(word: string): string {
  const text = word
    .replace(/['’`-]/g, '')
    .replace(/shch|tsch|sch|tch|ch|cz/g, 'C')
    .replace(/sh|sz/g, 'S')
    .replace(/zh/g, 'z')
    .replace(/dz/g, 'd')
    .replace(/ts|tz/g, 't')
    .replace(/ck/g, 'tk')
    .replace(/c(?=[iey])/g, 't')
    .replace(/kh|gh/g, 'h')
    .replace(/g/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/x/g, 'ks')
    .replace(/q|c/g, 'k')
    .replace(/ff$/, 'v')
    .replace(/w/g, 'v')
    // Belarusian ŭ: "Tsikhanouskaya", "Bykau".
    .replace(/([aeo])u(?![aeiouyj])/g, '$1v');
  let sounds = '';
  let i = 0;
  while (i < text.length) {
    const char = text[i] as string;
    if (!isVowelLetter(char)) {
      if (sounds[sounds.length - 1] !== char || char === 'a') sounds += char;
      i++;
      continue;
    }
    let full = '';
    while (i < text.length && isVowelLetter(text[i] as string)) {
      const vowel = text[i] as string;
      if (vowel === 'a' || vowel === 'o' || vowel === 'e') full = 'A';
      else if (vowel === 'u' && full === '') full = 'U';
      i++;
    }
    sounds += full === '' ? 'I' : full;
  }
  return sounds;
}

/** Sounds of an Arabic or Persian name: article forms, doubled letters, q/k/g, kh/h and the three vowels fall together. */
export const arabicSounds: (word: string) => string = kept(readArabicSounds);

function readArabicSounds(word: string): string {
  return word
    .replace(/^(?:al|el|as|ad|ash|ar|an|at|az|ul)-/, '')
    .replace(/['’`-]/g, '')
    .replace(/kh/g, 'h')
    .replace(/gh|q/g, 'k')
    .replace(/g/g, 'k')
    .replace(/dh/g, 'd')
    .replace(/ou|oo|o/g, 'u')
    .replace(/ee|y|j/g, 'i')
    .replace(/ai|ei|e/g, 'a')
    .replace(/(.)\1+/g, '$1')
    .replace(/ah$/, 'a');
}
