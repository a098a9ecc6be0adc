import { browser } from './browser';

/**
 * The sentence for `key` from `_locales`, in the browser's language, with `substitutions` in the order of its placeholders.
 * The key itself when there is none, so that a missing sentence is seen and not blank.
 */
export function message(key: string, ...substitutions: readonly (string | number)[]): string {
  const sentence = browser.i18n.getMessage(key, substitutions.map(String)) || key;
  // A short month ends with a full stop in many languages ("9 oct."), and at the end of a sentence the two are one.
  return sentence.replaceAll(/(?<!\.)\.\.(?!\.)/g, '.');
}

/** The language of the browser's own words (BCP 47); the sentences may be in another: see `words/sentence-language.ts`. */
export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}
