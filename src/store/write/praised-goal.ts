import { changeStored } from '../change-stored';
import { localKeys } from '../local-storage';

/** Whether no page has said yet that the goal with this id was reached. Asking says it. */
export async function isNewlyReached(id: string): Promise<boolean> {
  let isNew = false;
  // Where this cannot be remembered, it is said once more: nothing that needs saying.
  await changeStored(localKeys.praisedGoal, (praised) => {
    isNew = praised !== id;
    return id;
  });
  return isNew;
}
