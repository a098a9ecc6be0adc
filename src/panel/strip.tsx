import { openSsiPage } from '../platform/ssi-page';
import { ChangeLine } from '../ui/change-line';
import { Icon } from '../ui/icon';
import { Ring } from '../ui/ring';
import type { Surroundings } from '../words/surroundings';
import type { StripView } from './panel-view';

/** How the score stands, below everything and always in sight. */
export function Strip({ strip, around }: { readonly strip: StripView; readonly around: Surroundings }) {
  const { say, language } = around;
  const { scores, total, change, note, read, next, late } = strip;
  return (
    <footer class={late ? 'strip strip-late' : 'strip'}>
      <Ring size={48} thickness={5} scores={scores} total={total} />
      <div class="strip-text">
        {change ? (
          <ChangeLine change={change} language={language} class="strip-change" />
        ) : (
          note !== undefined && <p>{note}</p>
        )}
        <p class="strip-read">
          {late && <Icon name="clock" size={12} />}
          <span>{read}</span>
          {next !== undefined && <span>{next}</span>}
        </p>
      </div>
      <button
        type="button"
        class="button-icon"
        aria-label={say('popup_open_ssi_page')}
        title={say('popup_open_ssi_page')}
        onClick={() => void openSsiPage({ again: true })}
      >
        <Icon name="open" size={16} />
      </button>
    </footer>
  );
}
