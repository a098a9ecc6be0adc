// The extension's one writer of readings. Everything that listens is registered here, synchronously, so that a worker that was
// stopped is woken by what it missed; nothing that matters lives in its memory.
import { fail } from '../core/result';
import { browser } from '../platform/browser';
import { hasTemporal } from '../platform/has-temporal';
import { openScorecard } from '../platform/open-scorecard';
import { onNotificationPermissionChange } from '../platform/browser-differences';
import { timeZone } from '../platform/time-zone';
import type { Answer, ContentRequest } from '../platform/messages';
import { openDatabase } from '../store/database';
import { localKeys } from '../store/local-storage';
import { readMembers } from '../store/members';
import { hideBadges, markTipDone, undoTip } from './badge-actions';
import { parseContentRequest } from './content-request';
import { answering, follow } from './edges';
import { onNotificationClick } from './notification';
import { keepStore } from './keep-store';
import { recordReading } from './record-reading';
import { checkReminder, followClick, followReading, tickName } from './reminder';
import { reportTrouble } from './report-trouble';
import { isOurContentScript } from './sender';
import { refreshToolbar } from './toolbar';

/** What is changed elsewhere in `storage.local` and shows on the toolbar or in reminders. */
const shownKeys = [localKeys.settings, localKeys.selectedMember, localKeys.pageState, localKeys.reminderState];

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const requested = () => (isOurContentScript(sender, browser.runtime.id) ? parseContentRequest(message) : undefined);
  void answering(async () => {
    const request = requested();
    return request === undefined ? fail('message-refused') : answer(request);
  }).then(sendResponse);
  // The answer may come later.
  return true;
});

// Every start of the worker is a look; these start it.
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') follow(welcome);
});
browser.runtime.onStartup.addListener(() => undefined);
browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === tickName) follow(look);
});
browser.storage.local.onChanged.addListener((changes) => {
  if (shownKeys.some((key) => key in changes)) follow(look);
});
onNotificationPermissionChange(() => follow(look));
onNotificationClick((click) => {
  if (hasTemporal()) follow(() => followClick(click, Date.now(), timeZone()));
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
async function look(): Promise<void> {
  if (!hasTemporal()) return;
  const now = Date.now();
  const zone = timeZone();
  await Promise.all([checkReminder(now, zone), refreshToolbar(now, zone)]);
}

async function answer(request: ContentRequest): Promise<Answer<ContentRequest>> {
  if (!hasTemporal()) return fail('browser-too-old');
  const now = Date.now();
  const zone = timeZone();
  switch (request.type) {
    case 'reading/record': {
      const recorded = await recordReading(request, now, zone);
      if (recorded.ok) follow(() => followReading(now, zone));
      return recorded;
    }
    case 'page/trouble':
      return reportTrouble(request, now);
    case 'tip/done':
      return markTipDone(request, now, zone);
    case 'tip/undo':
      return undoTip(request);
    case 'badges/hide':
      return hideBadges();
  }
}
