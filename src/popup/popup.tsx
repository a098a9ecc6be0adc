import { localDayAt } from '../core/score/local-day';
import { attempt } from '../platform/attempt';
import { changedSince } from '../store/changes';
import { drawPage } from '../ui/draw-page';
import { formatDay } from '../words/format-day';
import { formatScore } from '../words/format-number';
import { loadPopup } from './load-popup';
import { PopupPage } from './popup-page';

await drawPage('#popup', async (around) => {
  const { language, timeZone } = around;
  const today = localDayAt(Date.now(), timeZone);
  // What changes between the question and the first paint is asked for again then.
  const isOutdated = changedSince();
  // Asked before anything is drawn, so that the first paint has everything.
  const loading = attempt(() => loadPopup('quarter', today));

  // The first use of Intl loads the language's data, which takes longer than the store does: do it while the store works.
  formatScore(0, language);
  formatDay(today, today, language);

  const loaded = await loading;
  return <PopupPage first={{ loaded, today }} isOutdated={isOutdated} {...around} />;
});
