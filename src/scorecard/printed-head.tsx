import { Mark } from '../ui/mark';
import { formatLongDay } from '../words/format-day';
import type { Surroundings } from '../words/surroundings';
import type { ScorecardData } from './load-scorecard';

export interface PrintedHeadProps {
  readonly data: Pick<ScorecardData, 'member' | 'settings'>;
  readonly around: Surroundings;
}

/** The head of the page on paper: whose it is, where that is wanted, and of which day. */
export function PrintedHead({ data: { member, settings }, around }: PrintedHeadProps) {
  const { say, today, language } = around;
  return (
    <p class="page-printed">
      <strong>{(settings.nameOnPictures ? member?.name : undefined) ?? say('scorecard_title')}</strong>
      <span class="page-printed-by">
        <Mark size={18} />
        {say('extension_name')}
      </span>
      <span>{say('scorecard_printed', formatLongDay(today, '', language))}</span>
    </p>
  );
}
