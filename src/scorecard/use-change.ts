import { succeed, type Result } from '../core/result';
import { undo, type Changing } from './data/data-commands';
import { useRun, type Toast } from './toast';

/** Does something that can be undone by its change's id, and says so. Resolves to whether it was done. */
export type Change = (changing: Changing, text: string, toast?: Pick<Toast, 'takesFocus'>) => Promise<boolean>;

/** How to do it on this page. Only inside `Toasts`. */
export function useChange(): Change {
  const run = useRun();
  return async (changing, text, toast) => {
    let id = '';
    const command = async (): Promise<Result<void>> => {
      const done = await changing();
      if (!done.ok) return done;
      id = done.value;
      return succeed(undefined);
    };
    return run(command, { ...toast, text, undo: () => undo(id)() });
  };
}
