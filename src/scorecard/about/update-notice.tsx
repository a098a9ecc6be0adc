import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../platform/browser';
import { takeUpdateNews } from '../../store/write/update-news';
import { Icon } from '../../ui/icon';
import type { Say } from '../../words/say';
import { changes } from '../page-part';

/** Says once that there is a new edition, and where it is told what changed: in the page that is open first, and gone with it. */
export function UpdateNotice({ say }: { readonly say: Say }) {
  const [isNews, setIsNews] = useState(false);
  useEffect(() => void takeUpdateNews().then(setIsNews), []);
  if (!isNews) return null;
  return (
    <p class="update-notice" role="status">
      <Icon name="check" />
      <span>{say('update_told', browser.runtime.getManifest().version)}</span>
      <a class="link" href={`#${changes}`}>
        {say('update_show')}
      </a>
      <button type="button" class="link" onClick={() => setIsNews(false)}>
        {say('scorecard_close')}
      </button>
    </p>
  );
}
