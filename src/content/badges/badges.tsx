import { pillars } from '../../core/score/pillar';
import type { Result } from '../../core/result';
import { ChangeMark } from '../../ui/change-mark';
import { Mark } from '../../ui/mark';
import type { BadgeView, FootView, PillarView, TotalView } from '../../platform/badge-view';
import { elementOf } from './jsx-runtime';
import { oneAtATime } from './one-at-a-time';
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
  /** Aborted when the badges are taken away: what is open listens to the page no longer. */
  readonly signal: AbortSignal;
}

/** Everything that is shown in the page. Each `data-badge` is placed by `placeBadges` and not seen before. */
export function Badges({ view, tipActions, onHide, sayError, signal }: BadgesProps) {
  const { language, mirrored, total, start, foot } = view;
  return (
    <section aria-label={view.name} lang={language} dir={mirrored ? 'rtl' : 'ltr'}>
      {total && <TotalPill total={total} />}
      {view.pillars &&
        pillars.map((pillar) => {
          const badge = view.pillars?.[pillar];
          return badge && <PillarPill name={pillar} badge={badge} />;
        })}
      {start && <StartHere start={start} actions={tipActions} sayError={sayError} signal={signal} />}
      {foot && <Foot foot={foot} onHide={onHide} sayError={sayError} />}
    </section>
  );
}

/** To a screen reader a pill is one picture with one sentence: it needs no words that only some can see. */
function TotalPill({ total }: { readonly total: TotalView }) {
  const { lead, change, span, spoken, band } = total;
  return (
    <p
      class="badge pill pill-total"
      data-badge="total"
      role="img"
      aria-label={sentence(lead, ...(change ? [change.text, spoken] : []), band)}
    >
      <Mark size={15} />
      {change && (
        <>
          <ChangeMark {...change} />
          <span class="span">{span}</span>
        </>
      )}
      {band !== undefined && <span class="band">{band}</span>}
    </p>
  );
}

interface PillarPillProps {
  readonly name: string;
  readonly badge: PillarView;
}

function PillarPill({ name, badge }: PillarPillProps) {
  const { lead, line, change, spoken } = badge;
  // A line without a change has nothing to say to who cannot see it.
  const said = change
    ? { role: 'img' as const, 'aria-label': sentence(lead, change.text, spoken) }
    : { 'aria-hidden': true };
  return (
    <p class="badge pill pill-pillar" data-badge={name} {...said}>
      {line && <Sparkline line={line} />}
      {change && <ChangeMark {...change} />}
    </p>
  );
}

/** "Your total: +1.8 this week On the way to 70": the parts in the order they are shown. */
function sentence(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

type FootProps = Pick<BadgesProps, 'onHide' | 'sayError'> & { readonly foot: FootView };

function Foot({ foot, onHide, sayError }: FootProps) {
  let said = elementOf(<span>{foot.text}</span>);

  const hide = oneAtATime(async () => {
    const hidden = await onHide();
    if (hidden.ok) return;
    const trouble = elementOf(
      <span class="foot-trouble" role="alert">
        {sayError(hidden.error)}
      </span>,
    );
    said.replaceWith(trouble);
    said = trouble;
  });

  return (
    <div class="badge foot" data-badge="foot">
      <Mark size={13} />
      {said}
      <button type="button" class="hide" title={foot.hideNote} onClick={trusted(hide)}>
        {foot.hide}
      </button>
    </div>
  );
}
