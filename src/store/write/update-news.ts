import { bringsNews } from '../../core/brings-news';
import { succeed, type Result } from '../../core/result';
import { changeStored } from '../change-stored';
import { localKeys } from '../local-storage';

/** Remembers an update between two versions that is worth telling, until it is told. A fresh installation is none. */
export async function noteUpdate(previous: string, current: string): Promise<Result<void>> {
  return bringsNews(previous, current) ? changeStored(localKeys.updateNews, () => true) : succeed(undefined);
}

/** Whether there is an update to tell of. Asking tells it: the next one to ask hears no. */
export async function takeUpdateNews(): Promise<boolean> {
  let isNews = false;
  // Where this cannot be remembered, it is told once more: nothing that needs saying.
  await changeStored(localKeys.updateNews, (news) => {
    isNews = news === true;
    return undefined;
  });
  return isNews;
}
