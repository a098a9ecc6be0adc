import { managedOf, type Managed } from '../core/managed';
import { browser } from './browser';

/** What the organization has decided for this extension; nothing where there is no policy, as on most computers. */
export async function readManaged(): Promise<Managed> {
  try {
    return managedOf(await browser.storage.managed.get());
  } catch {
    // How Firefox says that there is no policy: "Managed storage manifest not found".
    return {};
  }
}

/** Calls `listener` when the policy changes while the browser runs. Call what it returns to stop listening. */
export function onManagedChange(listener: () => void): () => void {
  const { onChanged } = browser.storage.managed;
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}
