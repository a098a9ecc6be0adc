import type { TipView } from '../words/tip-view';
import { Icon } from './icon';
import { PillarKey } from './pillar-key';

/** Which pillar a tip is for, and the minutes it takes. */
export function TipHead({ tip: { pillar, heading, minutes } }: { readonly tip: TipView }) {
  return (
    <div class="tip-head">
      <PillarKey pillar={pillar} />
      <span class="tip-for">{heading}</span>
      <span class="tip-minutes">
        <Icon name="clock" size={12} />
        {minutes}
      </span>
    </div>
  );
}
