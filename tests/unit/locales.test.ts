import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayKinds } from '../../src/core/rows/tombstone';
import { pillars } from '../../src/core/score/pillar';
import { rowKinds } from '../../src/core/rows/row-kinds';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
type Messages = Readonly<Record<string, Message>>;

const folder = join(import.meta.dirname, '../../public/_locales');
const read = (language: string) =>
  JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8')) as Messages;
const english = read('en');
const languages = readdirSync(folder).sort();
const translations = languages.filter((language) => language !== 'en');

/** Plural forms stand beside `…_other`; a language has those that its rules know. */
const pluralForm = /_(zero|one|two|few|many|other)$/;
const pluralStems = Object.keys(english)
  .filter((key) => key.endsWith('_other') && key.replace('_other', '_one') in english)
  .map((key) => key.replace(/_other$/, ''));
const isPlural = (key: string) => pluralForm.test(key) && pluralStems.includes(key.replace(pluralForm, ''));

const namesIn = (text: string) => [...new Set(text.match(/\$[A-Z0-9_]+\$/g) ?? [])].sort();

/** Letters that take two columns in Japanese count twice, for what they take of a line. */
const widthOf = (text: string) => text.length + (text.match(/[\u3000-\u9fff\uff00-\uff60]/g)?.length ?? 0);

/**
 * Places with little room, and the columns there are, placeholders with their names counted in: what is as long as this has its place in every
 * language in the browser tests, in the widest of the common fonts.
 */
const tightPlaces: readonly (readonly [place: RegExp, columns: number])[] = [
  [/^popup_weakest$/, 11],
  [/^tip_card_(done|another)$/, 12],
  [/^tip_card_(open|open_beside)$/, 25],
  [/^popup_rank_(industry|network)$/, 18],
  [/^(popup_(starting_point|first_comparison|next_comparison)|pillar_each_of)$/, 31],
  [/^change_7_days(_before)?$/, 24],
  [/^change_normal$/, 8],
  [/^goal_(hardly_before|not_within_year|outlook_from|unsettled|to_go|reached_on|after_next_reading)$/, 52],
  [/^outlook_(on_as_28|on_as_14|still)$/, 22],
  [/^badge_(this_week|almost|on_the_way|reached)$/, 24],
  [/^badge_(start|hide)$/, 14],
  [/^chart_range_(month|quarter|year|all)$/, 7],
  [/^chart_(today|goal)$/, 9],
];

test('the languages are those of the product', () => {
  expect(languages).toEqual(['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt_BR', 'tr']);
});

test.each(languages)('%s says which language it is', (language) => {
  expect(read(language)['language_tag']?.message).toBe(language.replace('_', '-'));
});

test('every kind of row that is no day has its words for the preview of an import', () => {
  for (const kind of rowKinds.filter((one) => ![...dayKinds, 'deleted-days'].includes(one))) {
    expect(pluralStems).toContain(`import_rows_${kind.replaceAll('-', '_')}`);
  }
});

describe.each(languages)('%s', (language) => {
  const messages = read(language);

  test('stays within what the design holds', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      // A comma between two counts ends with its space.
      if (!key.endsWith('_comma')) expect(message.trim(), key).toBe(message);
      expect(message, key).not.toBe('');
      expect(message, key).not.toMatch(/<|&[a-z]+;| {2}/);
      if (/^tip_.*_title$/.test(key)) expect(widthOf(message), `${key}: ${message}`).toBeLessThanOrEqual(46);
      if (/^tip_.*_why$/.test(key)) expect(widthOf(message), `${key}: ${message}`).toBeLessThanOrEqual(104);
      if (/^tip_.*_step_\d$/.test(key)) expect(widthOf(message), `${key}: ${message}`).toBeLessThanOrEqual(110);
    }
    for (const [place, columns] of tightPlaces) {
      const found = Object.entries(messages).filter(([key]) => place.test(key));
      expect(found, String(place)).not.toEqual([]);
      for (const [key, { message }] of found) {
        expect(widthOf(message), `${key}: ${message}`).toBeLessThanOrEqual(columns);
      }
    }
    expect(messages['extension_description']?.message.length).toBeLessThanOrEqual(132);
    expect(messages['extension_name']?.message).toBe('SSI Scorecard');
  });

  test('has names of pillars that fit into the popup’s column, and beside “Lowest” a name that is not cut', () => {
    const tag = widthOf(messages['popup_weakest']?.message ?? '');
    for (const pillar of pillars) {
      const name = messages[`pillar_${pillar}`]?.message ?? '';
      const short = messages[`pillar_${pillar}_short`]?.message ?? '';
      expect(widthOf(name), name).toBeLessThanOrEqual(20);
      expect(widthOf(short) + tag, `${short} ${tag}`).toBeLessThanOrEqual(24);
      expect(widthOf(short), short).toBeLessThanOrEqual(widthOf(name));
    }
  });
});

describe.each(translations)('%s', (language) => {
  const messages = read(language);

  test('has every sentence and none that English has not', () => {
    const singular = (all: Messages) =>
      Object.keys(all)
        .filter((key) => !isPlural(key))
        .sort();
    expect(singular(messages)).toEqual(singular(english));
  });

  test('has every plural form that its rules know, and no other', () => {
    const forms = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories;
    for (const stem of pluralStems) {
      const here = Object.keys(messages).filter((key) => isPlural(key) && key.replace(pluralForm, '') === stem);
      const known = here.map((key) => pluralForm.exec(key)?.[1]);
      expect(known, stem).toContain('other');
      // Romance languages have a form for millions, which is that of other numbers but for a word.
      const needed = forms.filter((form) => form !== 'many' || !/^(es|fr|it|pt)/.test(language));
      expect([...known].sort(), stem).toEqual(expect.arrayContaining([...needed].sort()));
      const strange = known.filter((form) => !forms.includes(form as Intl.LDMLPluralRule) && form !== 'one');
      expect(strange, stem).toEqual([]);
    }
  });

  test('has the same placeholders in each sentence', () => {
    for (const [key, { message, placeholders }] of Object.entries(messages)) {
      const original = english[key] ?? english[key.replace(pluralForm, '_other')];
      expect(placeholders, key).toEqual(original?.placeholders);
      // "One reading" may do without the number.
      const names = namesIn(message);
      const wanted = namesIn(original?.message ?? '');
      if (isPlural(key) && /_(zero|one|two)$/.test(key)) {
        expect(wanted, key).toEqual(expect.arrayContaining(names));
      } else expect(names, key).toEqual(wanted);
    }
  });

  test('is translated: hardly a sentence is the English one', () => {
    const sentences = Object.entries(english).filter(([, { message }]) =>
      /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(message),
    );
    const same = sentences
      .filter(([key, { message }]) => messages[key]?.message === message && !message.includes('Social Selling Index'))
      .map(([key]) => key);
    expect(same).toEqual([]);
  });
});
