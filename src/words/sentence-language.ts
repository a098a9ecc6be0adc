import { browserLanguage, message } from '../platform/i18n';

/** A language as `Intl` takes it. Right after an installation Chromium sometimes knows neither its own nor our sentences yet. */
const tag = /^[a-z]{2,3}(-[a-z0-9]+)*$/i;

/**
 * The language (BCP 47) in which everything is said: that of the sentences which the browser took from `_locales`, in the browser's own
 * regional form where it is one of that language ("en-GB", "ar-EG"). A browser of a language we have no sentences in gets English ones, and
 * then numbers, days and `lang` are English too. Never anything that `Intl` refuses.
 */
export function sentenceLanguage(): string {
  const [ours, browsers] = [message('language_tag'), browserLanguage()].map((name) => (tag.test(name) ? name : 'en'));
  if (ours === undefined || browsers === undefined) return 'en';
  return new Intl.Locale(browsers).language === new Intl.Locale(ours).language ? browsers : ours;
}

/** Whether sentences in `language` (BCP 47, of `sentenceLanguage`) run from right to left: of our languages only Arabic's do. */
export function isRightToLeft(language: string): boolean {
  return /^ar\b/.test(language);
}
