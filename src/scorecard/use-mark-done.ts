import { tipDone } from '../core/advice/tip-done';
import type { Tip } from '../core/advice/tips';
import type { Pillar } from '../core/score/pillar';
import { doneSentence } from '../words/done-sentence';
import type { Surroundings } from '../words/surroundings';
import { dropAction, keepAction } from './commands';
import { useRun } from './toast';

/** How to write a tip down as done today, which says when to look what followed and can be taken back. Nothing without a profile. */
export function useMarkDone(
  member: string | undefined,
  around: Surroundings,
): (tip: Pick<Tip, 'id'> & { readonly pillar: Pillar }) => void {
  const run = useRun();
  return (tip) => {
    if (member === undefined) return;
    const action = tipDone(tip, member, around.today, Date.now());
    void run(keepAction(action), { text: doneSentence(around), undo: dropAction(action) });
  };
}
