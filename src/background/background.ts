// The extension's one writer of readings. Everything that listens is registered here, synchronously, so that a worker that was
// stopped is woken by what it missed; nothing that matters lives in its memory.
import { normalWeekDays } from '../core/meaning/normal-week';
import { localDayAt } from '../core/score/local-day';
import { fail, succeed } from '../core/result';
import { browser } from '../platform/browser';
import { hasTemporal } from '../platform/has-temporal';
import { openScorecard } from '../platform/open-scorecard';
import { onNotificationPermissionChange, openPanel, openPanelByKey } from '../platform/browser-differences';
import { onManagedChange } from '../platform/managed-policy';
import { onSiteAccessChange } from '../platform/site-access';
import { timeZone } from '../platform/time-zone';
import type { Answer, ContentRequest, RecordedReading } from '../platform/messages';
import { onChange, type Changed } from '../store/changes';
import { openDatabase, withDatabase } from '../store/database';
import { noteShownChange } from '../store/kept-frame';
import { readKnownSets } from '../store/read/known-sets';
import { readMembers } from '../store/read/members';
import { memberIdOf } from '../store/write/member-id';
import { clearPageState } from '../store/write/page-state';
import { readPageState } from '../store/read/page-state';
import { readReminderState } from '../store/write/reminder-state';
import { readSyncState } from '../store/write/sync-state';
import { noteUpdate } from '../store/write/update-news';
import { readSettings } from '../store/read/settings';
import { readStanding } from '../store/read/standing';
import { markTipDone, switchBadges, takeShownTip, undoTip } from './badge-actions';
import { coalesced } from '../platform/coalesced';
import { parseContentRequest } from './content-request';
import { keepInStep, onOthersWriting } from '../sync/sync';
import { answering, follow } from './edges';
import { onNotificationClick } from './notification';
import { keepStore } from './keep-store';
import { forgetAhead, readAhead } from './read-ahead';
import { recordReading, withdrawReading } from './record-reading';
import { checkReminder, followClick, followReading, tickName } from './reminder';
import { reportTrouble } from './report-trouble';
import { isOurContentScript } from './sender';
import { refreshToolbar } from './toolbar';

/** What shows on the toolbar or in reminders. */
const shown: readonly Changed[] = ['rows', 'settings', 'selected-member', 'page-state', 'reminder-state'];

const look = coalesced(lookOnce);

/** Computers come in step after whoever waits was answered, and what was read before goes in the same write. */
const comeInStep = coalesced(async () => {
  await lastAnswer;
  const stepped = await keepInStep(Date.now());
  if (stepped.ok && stepped.value) follow(look);
});
let lastAnswer: Promise<unknown> | undefined;

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const requested = () => (isOurContentScript(sender, browser.runtime.id) ? parseContentRequest(message) : undefined);
  const answered = answering(async () => {
    const request = requested();
    // At once: after anything was waited for, the browser no longer sees the member's click in it.
    if (request?.type === 'tip/take' && request.panel) void openPanel(sender.tab?.windowId);
    return request === undefined ? fail('message-refused') : answer(request);
  });
  lastAnswer = answered;
  void answered.then(sendResponse);
  // The answer may come later.
  return true;
});

// Every start of the worker is a look; these start it.
browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
  if (reason === 'install') follow(welcome);
  if (previousVersion !== undefined) follow(() => noteUpdate(previousVersion, browser.runtime.getManifest().version));
});
browser.runtime.onStartup.addListener(() => undefined);
browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === tickName) follow(look);
});
// What the worker itself writes is followed where it is written.
onChange((changed) => {
  if (shown.includes(changed)) follow(look);
}, 'others');
onChange((changed) => {
  if (changed === 'rows' || changed === 'settings') forgetAhead();
});
onOthersWriting(() => follow(comeInStep));
onNotificationPermissionChange(() => follow(look));
// What the browser alone changes of what the popup shows: the store notes its own.
for (const listen of [onSiteAccessChange, onManagedChange, onNotificationPermissionChange]) {
  listen(() => void noteShownChange());
}
openPanelByKey();
onNotificationClick((click) => {
  if (hasTemporal()) follow(() => followClick(click, Date.now(), timeZone()).then(look));
});
follow(start);

/** Opens the first-run page, unless there is a history: an unpacked extension counts as new at every start of the browser. */
async function welcome(): Promise<void> {
  const database = await openDatabase();
  const members = database.ok ? await readMembers(database.value) : database;
  if (members.ok && members.value.length === 0) await openScorecard('welcome');
}

/** What every start of the worker begins with: what waited for the store goes first, for it may show. */
async function start(): Promise<void> {
  if (!hasTemporal()) return;
  await keepStore(Date.now());
  await look();
}

/** Sees whether a reminder is due, that the alarm stands, and that the toolbar icon shows what is. */
async function lookOnce(): Promise<void> {
  if (!hasTemporal()) return;
  const now = Date.now();
  const zone = timeZone();
  const today = localDayAt(now, zone);
  const database = await openDatabase();
  const [standing, pageState, settings, before, sync] = await Promise.all([
    database.ok ? readStanding(database.value, today, normalWeekDays) : database,
    readPageState(),
    readSettings(),
    readReminderState(),
    readSyncState(),
  ]);
  const accessEnded = pageState.ok && pageState.value?.accessEndedSince !== undefined;
  if (sync.ok && sync.value?.on) follow(comeInStep);
  // A store that cannot be read is the pages' to tell of; the alarm stays, and the next look may find it readable.
  const after = standing.ok
    ? await checkReminder({ lastReadOn: standing.value?.lastReadOn, accessEnded }, now, zone)
    : standing;
  const reminder = after.ok ? after : before;
  await refreshToolbar({
    standing: standing.ok ? standing.value : undefined,
    pageState: pageState.ok ? pageState.value : undefined,
    settings: settings.ok ? settings.value : undefined,
    reminder: reminder.ok ? reminder.value : undefined,
    today,
  });
}

/** What follows a reading, after the page was answered. */
async function followRecorded({ member }: RecordedReading, now: number, zone: string): Promise<void> {
  // Nothing is wrong with the page any more.
  await clearPageState();
  await followReading(member, now, zone);
  await look();
}

async function answer(request: ContentRequest): Promise<Answer<ContentRequest>> {
  if (!hasTemporal()) return fail('browser-too-old');
  const now = Date.now();
  const zone = timeZone();
  switch (request.type) {
    case 'visit/begin':
      return readAhead(request, localDayAt(now, zone));
    case 'reading/record': {
      const recorded = await recordReading(request, now, zone);
      if (recorded.ok) follow(() => followRecorded(recorded.value, now, zone));
      return recorded;
    }
    case 'reading/withdraw': {
      const withdrawn = await withdrawReading(request);
      follow(look);
      return withdrawn;
    }
    case 'page/trouble': {
      const reported = await reportTrouble(request, now);
      follow(look);
      return reported;
    }
    case 'sets/known':
      return withDatabase(async (database) => {
        const member = await memberIdOf(request.memberNumber);
        return member.ok ? readKnownSets(database, member.value) : member;
      });
    case 'tip/take':
      return takeShownTip(request);
    case 'tip/done':
      return markTipDone(request, now, zone);
    case 'tip/undo':
      return undoTip(request);
    case 'badges/hide':
    case 'badges/show':
      return switchBadges(request.type === 'badges/show');
    case 'scorecard/open':
      await openScorecard();
      return succeed(null);
  }
}
