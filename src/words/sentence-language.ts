import { browserLanguage, message } from '../platform/i18n';

/**
 * The language (BCP 47) in which everything is said: that of the sentences which the browser took from `_locales`, in the browser's own
 * regional form where it is one of that language ("en-GB", "ar-EG"). A browser of a language we have no sentences in gets English ones, and
 * then numbers, days and `lang` are English, too.
 */
export function sentenceLanguage(): string {
  const ours = message('language_tag');
  const browsers = browserLanguage();
  return new Intl.Locale(browsers).language === new Intl.Locale(ours).language ? browsers : ours;
}

/** Whether sentences in `language` (BCP 47, of `sentenceLanguage`) run from right to left: of our languages only Arabic's do. */
export function isRightToLeft(language: string): boolean {
  return /^ar\b/.test(language);
}
