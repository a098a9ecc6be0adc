// On the member's SSI page: read it, have it recorded, show beside its numbers what changed. Runs in an isolated world; the page cannot
// see or call any of it.
import { pillars } from '../core/score/pillar';
import type { KnownSet } from '../core/score/seen-set';
import { message } from '../platform/i18n';
import { ask, isExtensionAlive, type ContentRequest, type RecordedReading } from '../platform/messages';
import { answerOpenSsiPage } from '../platform/ssi-page';
import { watchBadgesSetting } from '../platform/watch-badges-setting';
import { removeLeftHosts } from './badges/badge-host';
import { showBadges } from './badges/show-badges';
import { findMemberNumber } from './page/find-member-number';
import type { Anchors, ReadingResult } from './page/page-result';
import { watchPage } from './page/watch-page';
import type { WatchResult } from './page/watch-state';

const life = new AbortController();

/** One life of this script. */
const visit = crypto.randomUUID();

/** A score that stands in the page, and what was answered to it. */
interface Standing {
  readonly anchors: Anchors;
  readonly answer: RecordedReading;
}

/** What the badges show, or would. */
let standing: Standing | undefined;
/** The result told last: the answer to an earlier one is out of date. */
let latest: WatchResult | undefined;
/** Ends what is shown now. */
let shown: AbortController | undefined;
/** The member hid the badges here a moment ago: how to take it back stays a while. */
let isHiding = false;
/** The setting as it was changed while this page stood: newer than what an answer under way says. */
let wantsBadges: boolean | undefined;
/** When it was first said that the reading is saved: said once, not at every change of the page. */
let saidSavedAt: number | undefined;
/** In milliseconds. */
const savedIsNews = 2000;

removeLeftHosts(document);
answerOpenSsiPage(location, life.signal);
watchPage({ window, signal: life.signal, onBegin: wakeWorker, onResult: tell, onGone: forget, knownSets });
watchBadgesSetting((wanted) => {
  wantsBadges = wanted;
  if (wanted) show();
  else if (!isHiding) hide();
}, life.signal);

/** It sleeps, mostly, and wakes while the page is still loading. */
function wakeWorker(): void {
  void askWorker({ type: 'visit/begin', ...whose() });
}

async function tell(result: WatchResult, readAt?: number): Promise<void> {
  latest = result;
  if (result.state === 'reading') await record(result, readAt);
  else if (result.state === 'moved') await askWorker({ type: 'reading/withdraw', visit });
  else await askWorker({ type: 'page/trouble', visit, trouble: result, ...('sets' in result && whose()) });
}

function whose(): { readonly memberNumber?: string } {
  const memberNumber = findMemberNumber(document);
  return memberNumber === undefined ? {} : { memberNumber };
}

async function knownSets(): Promise<readonly KnownSet[]> {
  const answer = await askWorker({ type: 'sets/known', ...whose() });
  return answer.ok ? answer.value : [];
}

async function record(result: ReadingResult, readAt: number | undefined): Promise<void> {
  const { numbers, memberNumber, anchors } = result;
  const answer = await askWorker({
    type: 'reading/record',
    visit,
    numbers,
    ...(memberNumber !== undefined && { memberNumber }),
    ...(readAt !== undefined && { age: Math.max(0, Date.now() - readAt) }),
  });
  if (latest !== result) return;
  const before = standing;
  standing = answer.ok && anchors ? { anchors, answer: answer.value } : undefined;
  // Nothing new to show: what is open stays open.
  if (shown && before && standing && isSame(before, standing)) return;
  if (wantsBadges ?? standing?.answer.badges?.shown) show();
  else hide();
}

function isSame(one: Standing, other: Standing): boolean {
  return (
    one.anchors.total === other.anchors.total &&
    pillars.every((pillar) => one.anchors.pillars[pillar] === other.anchors.pillars[pillar]) &&
    JSON.stringify(one.answer) === JSON.stringify(other.answer)
  );
}

/** Asks the worker. After an update or removal nobody will ever answer: leave the page alone. The new version's script starts with the next visit. */
async function askWorker<Request extends ContentRequest>(request: Request) {
  const answer = await ask(request);
  if (!answer.ok && answer.error === 'extension-updated') life.abort();
  return answer;
}

function show(): void {
  hide();
  const { anchors, answer } = standing ?? {};
  if (!anchors || !answer?.badges || answer.member === undefined || life.signal.aborted) return;
  const { member, badges } = answer;
  shown = new AbortController();
  showBadges({
    anchors,
    view: badges.view,
    savedIsNews: isSavedNews(),
    say: message,
    tipActions: {
      onTake: (tip, ticked, panel) => askWorker({ type: 'tip/take', tip, ticked, member, panel }),
      onDone: (tip, action) => askWorker({ type: 'tip/done', tip, action, member }),
      onUndo: (action) => askWorker({ type: 'tip/undo', action, member }),
    },
    onOpenScorecard: () => void askWorker({ type: 'scorecard/open' }),
    // What is switched off here is heard by every tab, and by this one.
    hiding: {
      onHide: async () => {
        isHiding = true;
        const hidden = await askWorker({ type: 'badges/hide' });
        isHiding = hidden.ok;
        return hidden;
      },
      onUndo: () => askWorker({ type: 'badges/show' }),
      onOver: hide,
    },
    isAlive: isExtensionAlive,
    signal: AbortSignal.any([shown.signal, life.signal]),
  });
}

/** Whether the member has not been told yet that this visit's reading is saved. */
function isSavedNews(): boolean {
  const now = performance.now();
  saidSavedAt ??= now;
  return now - saidSavedAt < savedIsNews;
}

function hide(): void {
  isHiding = false;
  shown?.abort();
  shown = undefined;
}

/** The score has left the page. */
function forget(): void {
  latest = undefined;
  standing = undefined;
  hide();
}
