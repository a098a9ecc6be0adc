import { render } from 'preact';
import { localDayAt } from '../core/score/local-day';
import { message } from '../platform/i18n';
import { onChange } from '../store/changes';
import { formatDay } from '../words/format-day';
import { formatScore } from '../words/format-number';
import { isRightToLeft, sentenceLanguage } from '../words/sentence-language';
import { loadPopup } from './load-popup';
import { PopupPage } from './popup-page';

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const today = localDayAt(Date.now(), timeZone);
// What changes between the question and the first paint is asked for again then.
let outdated = false;
const stopListening = onChange(() => (outdated = true));
// Asked before anything is drawn, so that the first paint has everything.
const loading = loadPopup('quarter', today);

const language = sentenceLanguage();
const mirrored = isRightToLeft(language);
document.documentElement.lang = language;
document.documentElement.dir = mirrored ? 'rtl' : 'ltr';

// The first use of Intl loads the language's data, which takes longer than the store does: do it while the store works.
formatScore(0, language);
formatDay(today, today, language);

const loaded = await loading;
const root = document.querySelector('#popup');
if (root) {
  render(
    <PopupPage
      first={{ loaded, today }}
      isOutdated={isOutdated}
      language={language}
      mirrored={mirrored}
      timeZone={timeZone}
      say={message}
    />,
    root,
  );
}

/** Whether something changed since the first question; from now on the page listens itself. */
function isOutdated(): boolean {
  stopListening();
  return outdated;
}
