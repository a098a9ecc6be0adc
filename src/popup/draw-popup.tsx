import { localDayAt } from '../core/score/local-day';
import { bringToLife } from '../first-frame/bring-to-life';
import type { FirstFrame } from '../first-frame/first-frame';
import { keepDrawn } from '../first-frame/keep-drawn';
import { attempt } from '../platform/attempt';
import { changedSince } from '../store/changes';
import { drawPage } from '../ui/draw-page';
import { formatDay } from '../words/format-day';
import { formatScore } from '../words/format-number';
import { loadPopup } from './load-popup';
import { PopupPage } from './popup-page';

/** Draws the popup into `root` from what is stored, over its first frame where one was drawn: what is the same stays as it is painted. */
export async function drawPopup(root: Element, frame: FirstFrame): Promise<void> {
  await drawPage(
    '#popup',
    async (around) => {
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
      return (
        <PopupPage
          first={{ loaded, today }}
          isOutdated={isOutdated}
          onDrawn={() => keepDrawn(frame, root)}
          {...around}
        />
      );
    },
    bringToLife,
  );
}
