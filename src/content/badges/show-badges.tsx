import { pillars } from '../../core/score/pillar';
import type { BadgeView } from '../../platform/badge-view';
import type { Say } from '../../words/say';
import type { Anchors } from '../page/page-result';
import { smallestAround } from '../page/page-text';
import { selectors } from '../page/selectors';
import { attachBadgeHost, type BadgeHost } from './badge-host';
import { Badges, type Hiding } from './badges';
import { followPage } from './follow-page';
import { elementOf } from './jsx-runtime';
import { pageTheme } from './page-theme';
import { placeBadges } from './place-badges';
import type { TipActions } from './start-here';
import { errorSentence } from '../../words/error-sentence';

/** What is to be shown, and what the member's clicks do. */
export interface BadgesToShow {
  readonly anchors: Anchors;
  readonly view: BadgeView;
  /** The member has not been told yet that the reading is saved. */
  readonly savedIsNews: boolean;
  /** The sentence for a key of `_locales`. Asked only for what went wrong: the first question takes the browser 10 ms. */
  readonly say: Say;
  readonly tipActions: TipActions;
  readonly onOpenScorecard: () => void;
  readonly hiding: Hiding;
  /** Whether the extension still runs: after an update or removal everything goes at the next thing that happens. */
  readonly isAlive: () => boolean;
  /** Aborting it takes everything out of the page at once. */
  readonly signal: AbortSignal;
}

/**
 * Shows the badges beside the numbers at `anchors` and keeps them there until `signal` is aborted, the extension is gone or the page takes
 * their element away. Nothing of it can be seen by the page but one empty element.
 */
export function showBadges(badges: BadgesToShow): void {
  const { anchors, view, say, isAlive } = badges;
  const numbersElements = [
    ...(anchors.total ? [anchors.total] : []),
    ...pillars.map((pillar) => anchors.pillars[pillar]),
  ];
  const card = smallestAround(numbersElements);
  if (!card || badges.signal.aborted) return;
  const document = card.ownerDocument;
  const scope = card.closest(selectors.main) ?? document.body;

  const host = attachBadgeHost(document);
  const ended = new AbortController();
  const signal = AbortSignal.any([badges.signal, ended.signal]);
  signal.addEventListener('abort', () => host.remove());
  keepToOurselves(host);

  host.layer.append(
    elementOf(
      <Badges
        view={view}
        savedIsNews={badges.savedIsNews}
        tipActions={badges.tipActions}
        onOpenScorecard={badges.onOpenScorecard}
        hiding={badges.hiding}
        onResized={() => onChange()}
        sayError={(error) => (error === 'extension-updated' ? view.updated : errorSentence(error, say))}
        signal={signal}
      />,
    ),
  );

  let changed = true;
  let requested = false;
  /** Where the card stood in the page when everything was placed. */
  let stood = '';

  const look = (): void => {
    requested = false;
    if (signal.aborted) return;
    if (!isAlive() || !host.element.isConnected) {
      ended.abort();
      return;
    }
    const stands = placeIn(host.layer, card);
    if (!changed && stands === stood) return;
    changed = false;
    stood = stands;
    host.setTheme(pageTheme(card));
    placeBadges({ layer: host.layer, anchors, scope, startBeside: view.start?.pillar });
  };
  const request = (): void => {
    if (requested || signal.aborted) return;
    requested = true;
    requestAnimationFrame(look);
  };
  const onChange = (): void => {
    changed = true;
    request();
  };

  look();
  followPage({ scope, card, signal, onChange, onMove: request });
  // Who comes back to the tab after an update must not find what nobody answers for any more.
  for (const [target, type] of [
    [document, 'visibilitychange'],
    [window, 'focus'],
    [host.layer, 'pointerover'],
  ] as const) {
    target.addEventListener(type, request, { signal });
  }
}

/** Where `element` stands from the layer's corner, and how large: the same as long as the page only scrolls. */
function placeIn(layer: Element, element: Element): string {
  const origin = layer.getBoundingClientRect();
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left - origin.left, top - origin.top, width, height].map(Math.round).join(' ');
}

/** The page's own listeners for clicks and keys are not for what happens in the badges. */
function keepToOurselves(host: BadgeHost): void {
  for (const type of [
    'click',
    'keydown',
    'keyup',
    'keypress',
    'focusin',
    'focusout',
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
  ]) {
    host.layer.addEventListener(type, (event) => event.stopPropagation());
  }
}
