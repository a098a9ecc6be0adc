import type { Say } from '../words/say';
import { Icon } from '../ui/icon';
import { leaveForScorecard } from './answer-notice';
import type { GoesOnView } from './popup-view';

const icons = { plan: 'check', check: 'person', journal: 'edit', data: 'scorecard' } as const;

/** The ways to what goes on without a score; nothing without any. */
export function GoesOn({ ways, say }: { readonly ways: readonly GoesOnView[]; readonly say: Say }) {
  if (ways.length === 0) return null;
  return (
    <nav class="goes-on" aria-labelledby="goes-on">
      <h2 id="goes-on" class="goes-on-title">
        {say('popup_goes_on')}
      </h2>
      {ways.map(({ part, name, text }) => (
        <button key={part} type="button" class="goes-on-way" onClick={() => void leaveForScorecard(part)}>
          <Icon name={icons[part]} size={16} />
          <span class="goes-on-words">
            <span class="goes-on-name">{name}</span>
            <span class="goes-on-text">{text}</span>
          </span>
          <Icon name="right" />
        </button>
      ))}
    </nav>
  );
}
