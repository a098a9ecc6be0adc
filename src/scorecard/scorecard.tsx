import { render } from 'preact';
import { message } from '../platform/i18n';
import { isRightToLeft, sentenceLanguage } from '../words/sentence-language';
import { ScorecardPage } from './scorecard-page';

const language = sentenceLanguage();
document.documentElement.lang = language;
document.documentElement.dir = isRightToLeft(language) ? 'rtl' : 'ltr';
document.title = message('extension_name');

const root = document.querySelector('#scorecard');
if (root) {
  render(
    <ScorecardPage
      language={language}
      mirrored={isRightToLeft(language)}
      timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      say={message}
    />,
    root,
  );
}
