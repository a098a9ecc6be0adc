import { useEffect, useState } from 'preact/hooks';
import { isOnToolbar, pinnedBy } from '../../platform/browser-differences';
import { Mark } from '../../ui/mark';
import type { Say } from '../../words/say';
import { CardIcon } from '../card-icon';

/** How to pin the icon, which browsers hide at first; once it is pinned, that it is. */
export function PinIcon({ say }: { readonly say: Say }) {
  const pinned = useIsOnToolbar();
  const by = pinnedBy();
  return (
    <div class="inset welcome-pin">
      <p class="welcome-pin-way" aria-hidden="true">
        <CardIcon name="puzzle" size={20} />
        <CardIcon name="right" size={12} />
        <CardIcon name={pinned ? 'check' : by === 'pin' ? 'pin' : 'gear'} size={20} />
        <CardIcon name="right" size={12} />
        <Mark size={20} />
      </p>
      <div role="status">
        <p>
          <strong>{say(pinned ? 'welcome_pinned' : 'welcome_pin_title')}</strong>
        </p>
        {!pinned && <p class="quiet">{say(`welcome_pin_${by}`)}</p>}
      </div>
    </div>
  );
}

/** No browser tells when it changes: asked again when the page is looked at again. */
function useIsOnToolbar(): boolean {
  const [pinned, setPinned] = useState(false);
  useEffect(() => {
    const look = () => void isOnToolbar().then(setPinned);
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return pinned;
}
