// On the member's SSI page: read it, have it recorded. Runs in an isolated world; the page cannot see or call any of it.
import { ask } from '../platform/messages';
import { answerOpenSsiPage } from '../platform/ssi-page';
import { watchPage, type PageWatch } from './page/watch-page';

const life = new AbortController();

answerOpenSsiPage(location, life.signal);
watchPage({ window, signal: life.signal, onResult: (result) => void tell(result) });

async function tell(result: Parameters<PageWatch['onResult']>[0]): Promise<void> {
  const answer =
    result.state === 'reading'
      ? await ask({
          type: 'reading/record',
          numbers: result.numbers,
          ...(result.memberNumber !== undefined && { memberNumber: result.memberNumber }),
        })
      : await ask({ type: 'page/trouble', trouble: result });
  // After an update or removal nobody will ever answer: leave the page alone. The new version's script starts with the next visit.
  if (!answer.ok && answer.error === 'extension-updated') life.abort();
}
