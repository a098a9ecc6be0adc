import { wordsOf } from './normal-text';
import type { Pause } from './read-json';

/** Languages whose names of months and weekdays are understood: ours, LinkedIn's, and those that spreadsheets are sold in. */
const languages = [
  ...[
    'en',
    'es',
    'pt',
    'de',
    'fr',
    'it',
    'nl',
    'pl',
    'tr',
    'ja',
    'ar',
    'zh',
    'ko',
    'ru',
    'uk',
    'cs',
    'sk',
    'hu',
    'ro',
    'sv',
  ],
  ...[
    'da',
    'nb',
    'nn',
    'fi',
    'id',
    'ms',
    'fil',
    'th',
    'vi',
    'hi',
    'he',
    'fa',
    'el',
    'bg',
    'hr',
    'sr',
    'sr-Latn',
    'bs',
    'sl',
  ],
  ...[
    'et',
    'lv',
    'lt',
    'ca',
    'eu',
    'gl',
    'is',
    'mk',
    'sq',
    'az',
    'kk',
    'uz',
    'hy',
    'ka',
    'be',
    'af',
    'sw',
    'bn',
    'ta',
    'te',
  ],
  ...['mr', 'gu', 'kn', 'ml', 'ur', 'ar-AE', 'ar-MA', 'ar-SY', 'de-AT', 'en-GB', 'en-AU', 'en-CA', 'fr-CA', 'fr-CH'],
  ...['es-MX', 'pt-PT', 'zh-TW'],
];

/** Names that people write and Intl does not. */
const furtherMonths: Readonly<Record<string, number>> = { sept: 9, mrt: 3, maerz: 3, jaenner: 1 };

/** What Croatian calls one month and Polish or Czech the next. */
const croatianMonths: ReadonlyMap<string, number> = new Map([
  ['lip', 6],
  ['lipnja', 6],
  ['srp', 7],
  ['lis', 10],
  ['listopad', 10],
  ['listopada', 10],
]);
const croatianAlone =
  /^(sij|velj|ozu|tra|svi|kol|ruj|stu|sijecanj|veljaca|ozujak|travanj|svibanj|kolovoz|rujan|studen)/;

/** One spelling of a name: lower case, without accents, dots and spaces. */
function nameKey(name: string): string {
  return wordsOf(name.replace(/[.'’׳״]/g, '')).join('');
}

const noonOf = (month: number, date: number) => Date.UTC(2026, month, date, 12);

/** The names of all languages learned so far, by their keys: the same for every file. */
const months = new Map(Object.entries(furtherMonths));
const weekdays = new Map<string, number>();
let learned = 0;

/** The names of months and weekdays in a file: `know` asks Intl for those of the languages it needs. */
export class CalendarNames {
  /** Names of the file at hand are Croatian. */
  croatian = false;

  /** 1 to 12. `undefined` for no month, and where only the language would tell which: "1. lis" is Croatian's October or Czech's November. */
  month(name: string, dotted = false): number | undefined {
    const key = nameKey(name);
    if (croatianMonths.has(key)) {
      if (this.croatian) return croatianMonths.get(key);
      if (dotted) return undefined;
    }
    return months.get(key);
  }

  /** Monday is 1. */
  weekday(name: string): number | undefined {
    return weekdays.get(nameKey(name));
  }

  /** Learns languages, a few milliseconds each, until every one of `words` is a name or there is no language left. */
  async know(words: Iterable<string>, pause: Pause): Promise<void> {
    const keys = [...new Set([...words].map(nameKey))].filter((key) => key !== '');
    this.croatian = keys.some((key) => croatianAlone.test(key));
    const unknown = () => keys.some((key) => !months.has(key) && !weekdays.has(key));
    while (learned < languages.length && unknown()) {
      await pause(0);
      learn(languages[learned] ?? 'en');
      learned += 1;
    }
  }
}

function learn(language: string): void {
  const put = (names: Map<string, number>, name: string, value: number) => {
    const key = nameKey(name);
    if (key !== '' && !/^\d+$/.test(key) && !names.has(key)) names.set(key, value);
  };
  for (const width of ['long', 'short'] as const) {
    const common = { timeZone: 'UTC', calendar: 'gregory' } as const;
    const alone = new Intl.DateTimeFormat(language, { ...common, month: width });
    const within = new Intl.DateTimeFormat(language, { ...common, day: 'numeric', month: width, year: 'numeric' });
    const weekday = new Intl.DateTimeFormat(language, { ...common, weekday: width });
    for (let month = 0; month < 12; month += 1) {
      put(months, alone.format(noonOf(month, 15)), month + 1);
      const part = within.formatToParts(noonOf(month, 15)).find(({ type }) => type === 'month');
      put(months, part?.value ?? '', month + 1);
    }
    // The first of June 2026 is a Monday.
    for (let day = 1; day <= 7; day += 1) put(weekdays, weekday.format(noonOf(5, day)), day);
  }
}
