import { forecastSpan, type Forecast } from '../core/meaning/forecast';
import { formatDay } from './format-day';
import { formatScore, formatSpan } from './format-number';
import type { Surroundings } from './surroundings';

/** A forecast in a few words: "about 5 weeks at this pace", "reached on 3 Oct", "7.0 to go". */
export function forecastText(seen: Forecast, { say, today, language }: Surroundings): string {
  switch (seen.state) {
    case 'reached':
      return say('goal_reached_on', formatDay(seen.on, today, language));
    case 'forecast': {
      const { unit, count } = forecastSpan(seen.weeks);
      return count === 1 ? say(`goal_about_${unit}`) : say('goal_about_span', formatSpan(count, unit, language));
    }
    case 'none':
      return say('goal_to_go', formatScore(seen.toGo ?? 0, language));
  }
}
