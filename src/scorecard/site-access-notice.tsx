import { useEffect, useState } from 'preact/hooks';
import { askSiteAccess, hasSiteAccess, onSiteAccessChange } from '../platform/site-access';
import type { Say } from '../words/say';
import { Icon } from '../ui/icon';

/** Says that the browser no longer lets the SSI page be read, and offers to ask for it again. */
export function SiteAccessNotice({ say }: { readonly say: Say }) {
  return (
    <section class="inset notice" role="status">
      <p class="with-key strong">
        <Icon name="warning" />
        {say('access_title')}
      </p>
      <p class="quiet">{say('access_text')}</p>
      <div class="buttons">
        <button type="button" class="button button-primary" onClick={() => void askSiteAccess()}>
          {say('access_allow')}
        </button>
      </div>
      <p class="hint">{say('access_by_hand')}</p>
    </section>
  );
}

/** Whether the SSI page may be read, as it was at `first` and asked again after each change. */
export function useSiteAccess(first: boolean): boolean {
  const [allowed, setAllowed] = useState(first);
  useEffect(() => {
    let wanted = true;
    const look = () =>
      void hasSiteAccess().then((has) => {
        if (wanted) setAllowed(has);
      });
    look();
    const stop = onSiteAccessChange(look);
    return () => {
      wanted = false;
      stop();
    };
  }, []);
  return allowed;
}
