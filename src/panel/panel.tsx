import { localDayAt } from '../core/score/local-day';
import { attempt } from '../platform/attempt';
import { changedSince } from '../store/changes';
import { drawPage } from '../ui/draw-page';
import { loadPanel } from './load-panel';
import { PanelPage } from './panel-page';

await drawPage('#panel', async (around) => {
  const today = localDayAt(Date.now(), around.timeZone);
  const isOutdated = changedSince();
  // Asked before anything is drawn, so that the first paint has everything.
  const loaded = await attempt(() => loadPanel(today));
  return <PanelPage first={{ loaded, today }} isOutdated={isOutdated} {...around} />;
});
