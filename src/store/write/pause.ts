import type { Pause } from '../../files/read-json';
import type { OnProgress } from './merge-rows';

/** Work goes on for at most this long before the page may draw, in milliseconds: less than a frame. */
const longestWork = 12;

/** A pause for long work on a page: lets it draw and answer clicks every few milliseconds, and tells `onProgress` the part done, 0 to 1. */
export function pausesFor(onProgress: OnProgress): Pause {
  let since = performance.now();
  return (progress) => {
    if (performance.now() - since < longestWork) return undefined;
    onProgress(progress);
    return nextTask().then(() => {
      since = performance.now();
    });
  };
}

/** A new task of the event loop. Timers would wait a second in a hidden tab. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
