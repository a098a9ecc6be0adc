import { pillars } from '../../core/score/pillar';
import type { Result } from '../../core/result';
import { ChangeMark } from '../../ui/change-mark';
import { CommonIcon } from '../../ui/common-icon';
import { Mark } from '../../ui/mark';
import type { BadgeView, FootView, PillarView, TotalView } from '../../platform/badge-view';
import { elementOf } from './jsx-runtime';
import { oneAtATime } from './one-at-a-time';
import { Sparkline } from './sparkline';
import { StartHere, type TipActions } from './start-here';
import { trusted } from './trusted';

export interface BadgesProps {
  readonly view: BadgeView;
  /** The member has not been told yet that the reading is saved. */
  readonly savedIsNews: boolean;
  readonly tipActions: TipActions;
  readonly onOpenScorecard: () => void;
  readonly hiding: Hiding;
  /** A badge is wider or narrower than it was, or gone. */
  readonly onResized: () => void;
  /** The sentence for an error. */
  readonly sayError: (error: (Result<null> & { ok: false })['error']) => string;
  /** Aborted when the badges are taken away: what is open listens to the page no longer. */
  readonly signal: AbortSignal;
}

/** Switches all badges off, for good, unless that is taken back. What is answered wrong is said in its place. */
export interface Hiding {
  readonly onHide: () => Promise<Result<null>>;
  readonly onUndo: () => Promise<Result<null>>;
  /** It was not taken back in time: what is left may go. */
  readonly onOver: () => void;
}

/** In milliseconds. */
const savedFor = 8000;
const undoFor = 10_000;

/** Everything that is shown in the page. Each `data-badge` is placed by `placeBadges` and not seen before. */
export function Badges({
  view,
  savedIsNews,
  tipActions,
  onOpenScorecard,
  hiding,
  onResized,
  sayError,
  signal,
}: BadgesProps) {
  const { language, mirrored, total, start, foot } = view;
  const saved = savedIsNews ? total?.saved : undefined;
  const hidden = new AbortController();
  /** All but what is said of the hiding. */
  const clear = (keep: Element): void => {
    hidden.abort();
    for (const badge of [...elementOf(section).children]) if (badge !== keep) badge.remove();
    onResized();
  };
  const section = (
    <section aria-label={view.name} lang={language} dir={mirrored ? 'rtl' : 'ltr'}>
      {total && (saved ?? total.change ?? total.band) && (
        <TotalPill total={total} saved={saved} onOpen={onOpenScorecard} onResized={onResized} signal={signal} />
      )}
      {view.pillars &&
        pillars.map((pillar) => {
          const badge = view.pillars?.[pillar];
          return badge && <PillarPill name={pillar} badge={badge} />;
        })}
      {start && (
        <StartHere
          start={start}
          actions={tipActions}
          sayError={sayError}
          signal={AbortSignal.any([signal, hidden.signal])}
        />
      )}
      {foot && <Foot foot={foot} hiding={hiding} onHidden={clear} sayError={sayError} signal={signal} />}
    </section>
  );
  return section;
}

interface TotalPillProps extends Pick<BadgesProps, 'onResized' | 'signal'> {
  readonly total: TotalView;
  readonly saved: string | undefined;
  readonly onOpen: () => void;
}

/** To a screen reader it is one button with one sentence: it needs no words that only some can see. */
function TotalPill({ total, saved, onOpen, onResized, signal }: TotalPillProps) {
  const { lead, open, change, span, spoken, band } = total;
  const nameOf = (...before: readonly string[]) =>
    `${sentence(lead, ...before, ...(change ? [change.text, spoken] : []), band)} (${open})`;
  const pill = (
    <button
      type="button"
      class="badge pill pill-total"
      data-badge="total"
      aria-label={nameOf(...(saved === undefined ? [] : [saved]))}
      title={open}
      onClick={trusted(onOpen)}
    >
      <Mark size={15} />
      {saved !== undefined && (
        <span class="saved">
          <CommonIcon name="check" size={12} />
          {saved}
        </span>
      )}
      {change && (
        <>
          <ChangeMark {...change} />
          <span class="span">{span}</span>
        </>
      )}
      {band !== undefined && <span class="band">{band}</span>}
    </button>
  );
  const element = elementOf(pill);
  if (saved !== undefined) {
    const timer = setTimeout(() => {
      if (change ?? band) {
        element.querySelector('.saved')?.remove();
        element.setAttribute('aria-label', nameOf());
      } else element.remove();
      onResized();
    }, savedFor);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
  return pill;
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

interface FootProps extends Pick<BadgesProps, 'hiding' | 'sayError' | 'signal'> {
  readonly foot: FootView;
  /** Everything else may go now; the element is what is left. */
  readonly onHidden: (foot: Element) => void;
}

function Foot({ foot, hiding, onHidden, sayError, signal }: FootProps) {
  const text = <span>{foot.text}</span>;
  let said = elementOf(text);

  function put(next: HTMLElement): void {
    said.replaceWith(next);
    said = next;
  }

  function sayTrouble(error: Parameters<typeof sayError>[0]): void {
    put(
      elementOf(
        <span class="foot-trouble" role="alert">
          {sayError(error)}
        </span>,
      ),
    );
  }

  const hide = oneAtATime(async () => {
    const hidden = await hiding.onHide();
    if (!hidden.ok) {
      sayTrouble(hidden.error);
      return;
    }
    put(elementOf(<span role="status">{foot.hidden}</span>));
    const timer = setTimeout(hiding.onOver, undoFor);
    signal.addEventListener('abort', () => clearTimeout(timer));
    const undo = oneAtATime(async () => {
      clearTimeout(timer);
      const undone = await hiding.onUndo();
      if (!undone.ok) sayTrouble(undone.error);
    });
    const undoButton = elementOf(
      <button type="button" class="hide" onClick={trusted(undo)}>
        {foot.undo}
      </button>,
    );
    elementOf(button).replaceWith(undoButton);
    undoButton.focus();
    onHidden(elementOf(element));
  });

  const button = (
    <button type="button" class="hide" title={foot.hideNote} onClick={trusted(hide)}>
      {foot.hide}
    </button>
  );
  const element = (
    <div class="badge foot" data-badge="foot">
      <Mark size={13} />
      {text}
      {button}
    </div>
  );
  return element;
}
