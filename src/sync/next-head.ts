import { sameData } from '../core/rows/same-data';
import { millisecondsPerDay } from '../core/score/local-day';
import type { SyncState } from '../core/sync-state';
import { headKey, newInstallation } from './area';
import { seal, syncFormat } from './chunk';
import type { Cipher } from './cipher';
import type { Found } from './found';
import type { Head, Private } from './head';
import type { Plan } from './plan';

/** When it was seen is told again after so long, even if there is nothing else to tell, in milliseconds. */
const tellSeenAfter = millisecondsPerDay;

/** What the head is to say; undefined when it says so already and was written lately. */
export async function nextHead(
  { browser, system }: { readonly browser: string; readonly system: string },
  state: SyncState,
  own: Found | undefined,
  content: Private,
  planned: Plan,
  cipher: Cipher | undefined,
  now: number,
  leaving: boolean,
): Promise<Head | undefined> {
  const before = own?.head?.state === 'read' ? own.head.head : undefined;
  const about = {
    format: syncFormat,
    browser,
    system,
    ...planned.ownHorizon,
    ...(leaving && { left: true as const }),
    ...(state.salt !== undefined && { salt: state.salt }),
  };
  const place = headKey(state.installation);
  const { wrote: _, seen: __, private: ___, ...told } = before ?? { wrote: '', seen: 0, private: '' };
  const isKnown = before !== undefined && sameData(told, about);
  const isTold = isKnown && own?.privately !== undefined && sameData(own.privately, content);
  const isLate = before === undefined || Math.abs(now - before.seen) >= tellSeenAfter;
  const writesAnyway = Object.keys(planned.set).length > 0;
  if (isTold && !isLate && !writesAnyway) return undefined;
  return { ...about, wrote: newInstallation(), seen: now, private: await seal(place, JSON.stringify(content), cipher) };
}
