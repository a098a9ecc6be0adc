import { bringToLife } from '../first-frame/bring-to-life';
import type { FirstFrame } from '../first-frame/first-frame';
import { keepDrawn } from '../first-frame/keep-drawn';
import { message } from '../platform/i18n';
import { changedSince } from '../store/changes';
import { drawPage } from '../ui/draw-page';
import { painted } from '../ui/painted';
import { loadFirst } from './load-first';
import { ScorecardPage } from './scorecard-page';

/** Draws the scorecard from what is stored, over its first frame where one was drawn; `frame` is undefined where none was looked for. */
export async function drawScorecard(frame: FirstFrame | undefined): Promise<void> {
  document.title = message('extension_name');
  let isRead = false;
  await drawPage(
    '#scorecard',
    async (around) => {
      // What changes between the question and the first paint is asked for again then.
      const isOutdated = changedSince();
      const first = await loadFirst(around.timeZone);
      isRead = first.loaded.ok;
      return <ScorecardPage first={first} isOutdated={isOutdated} {...around} />;
    },
    (page, root) => {
      const isPainted = painted();
      if (bringToLife(page, root) || !frame || !isRead) return;
      const begun = root.cloneNode(true);
      void isPainted.then(() => {
        // Where it had to be measured first, the next opening would begin with something else again.
        if (begun.isEqualNode(root)) keepDrawn(frame, root);
      });
    },
  );
}
