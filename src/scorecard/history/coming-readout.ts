import { localDayOf } from '../../core/score/local-day';
import type { Readout } from '../../ui/history-readout';
import { formatWeekday } from '../../words/format-day';
import { formatEnd } from '../../words/outlook-text';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';
import type { FanQuestion } from './history-panes';

/** What the crosshair says of a day to come: "Fri 11 Dec: Total 62 to 66". Undefined on a day that is not, or without a fan. */
export function comingReadout(fan: FanQuestion | undefined, day: number, around: Surroundings): Readout | undefined {
  if (!fan || day <= fan.from.day) return undefined;
  const { say, today, language } = around;
  if (localDayOf(day) <= today) return undefined;
  const { low, high } = fan.outlook.range(day - fan.from.day);
  const { of } = fan;
  return {
    title: formatWeekday(localDayOf(day), today, language),
    rows: [
      {
        ...(of !== 'total' && { pillar: of }),
        name: of === 'total' ? say('scorecard_total') : pillarName(of, say),
        value: say('outlook_range', formatEnd(low, of, language), formatEnd(high, of, language)),
      },
    ],
    ranks: [],
    events: [],
  };
}
