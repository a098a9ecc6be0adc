import { useState } from 'preact/hooks';
import { pillars } from '../../core/pillar';
import type { Result } from '../../core/result';
import { ChangeMark } from '../../ui/change-mark';
import { Mark } from '../../ui/mark';
import type { BadgeView, FootView, PillarView, TotalView } from '../../platform/badge-view';
import { Sparkline } from './sparkline';
import { StartHere, type TipActions } from './start-here';
import { trusted } from './trusted';

export interface BadgesProps {
  readonly view: BadgeView;
  readonly tipActions: TipActions;
  /** Switches all badges off, for good. What is answered wrong is said in its place. */
  readonly onHide: () => Promise<Result<null>>;
  /** The sentence for an error. */
  readonly sayError: (error: (Result<null> & { ok: false })['error']) => string;
}

/** Everything that is shown in the page. Each `data-badge` is placed by `placeBadges` and not seen before. */
export function Badges({ view, tipActions, onHide, sayError }: BadgesProps) {
  const { language, mirrored, total, start, foot } = view;
  return (
    <section aria-label={view.name} lang={language} dir={mirrored ? 'rtl' : 'ltr'}>
      {total && <TotalPill total={total} />}
      {view.pillars &&
        pillars.map((pillar) => {
          const badge = view.pillars?.[pillar];
          return badge && <PillarPill key={pillar} name={pillar} badge={badge} />;
        })}
      {start && <StartHere start={start} actions={tipActions} sayError={sayError} />}
      {foot && <Foot foot={foot} onHide={onHide} sayError={sayError} />}
    </section>
  );
}

function TotalPill({ total }: { readonly total: TotalView }) {
  return (
    <p class="badge pill pill-total" data-badge="total">
      <Mark size={15} />
      <span class="visually-hidden">{total.lead} </span>
      {total.change !== undefined && (
        <>
          <ChangeMark {...total.change} />
          <span class="span">{total.span}</span>
        </>
      )}
      {total.band !== undefined && <span class="band">{total.band}</span>}
    </p>
  );
}

interface PillarPillProps {
  readonly name: string;
  readonly badge: PillarView;
}

function PillarPill({ name, badge }: PillarPillProps) {
  const { line, change } = badge;
  // A line without a change has nothing to say to who cannot see it.
  return (
    <p class="badge pill pill-pillar" data-badge={name} aria-hidden={change === undefined}>
      {line && <Sparkline line={line} />}
      {change !== undefined && (
        <>
          <span class="visually-hidden">{badge.lead} </span>
          <ChangeMark {...change} />
          <span class="visually-hidden"> {badge.span}</span>
        </>
      )}
    </p>
  );
}

type FootProps = Pick<BadgesProps, 'onHide' | 'sayError'> & { readonly foot: FootView };

function Foot({ foot, onHide, sayError }: FootProps) {
  const [trouble, setTrouble] = useState<string>();

  async function hide(): Promise<void> {
    const hidden = await onHide();
    if (!hidden.ok) setTrouble(sayError(hidden.error));
  }

  return (
    <div class="badge foot" data-badge="foot">
      <Mark size={13} />
      {trouble === undefined ? (
        <span>{foot.text}</span>
      ) : (
        <span class="foot-trouble" role="alert">
          {trouble}
        </span>
      )}
      <button type="button" class="hide" title={foot.hideNote} onClick={trusted(() => void hide())}>
        {foot.hide}
      </button>
    </div>
  );
}
