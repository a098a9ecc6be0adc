import { render } from 'preact';
import { isRightToLeft, locale, message } from '../platform/i18n';
import { ScorecardPage } from './scorecard-page';

const language = locale();
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
