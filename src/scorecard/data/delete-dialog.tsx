import type { Member } from '../../core/rows/member';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { CardIcon } from '../card-icon';
import { Dialog } from '../dialog';
import type { ScorecardData } from '../load-scorecard';
import { memberName } from '../member-name';
import { useRun } from '../toast';
import type { Command } from '../commands';
import { eraseEverything, eraseEverywhere, eraseHere, eraseMember, saveBackup } from './data-commands';
import type { DataFacts } from './load-data-facts';

interface DeleteDialogProps {
  readonly what: Member | 'everything';
  readonly facts: DataFacts;
  readonly data: ScorecardData;
  /** Whether something travels to other computers. */
  readonly isInStep: boolean;
  readonly around: Surroundings;
  readonly onClose: () => void;
}

/** Asks before anything is gone for good, says what goes, and offers an export first. */
export function DeleteDialog({ what, facts, data, isInStep, around, onClose }: DeleteDialogProps) {
  const { say, today } = around;
  const run = useRun();
  const everything = what === 'everything';
  const days = everything
    ? facts.all.snapshots + facts.all.totals
    : (facts.members.find(({ member }) => member.id === what.id)?.days ?? 0);
  const title = everything
    ? sayCount(around, 'data_delete_title', days)
    : sayCount(around, 'data_delete_profile_title', days, memberName(what, data.members, around));
  const erase = (command: Command) => void run(command, { text: say('data_deleted') }).then(onClose);
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{say('data_delete_text')}</p>
      {everything && <p class="quiet">{say('data_delete_what')}</p>}
      {isInStep && <p class="quiet">{say(everything ? 'data_delete_which' : 'data_delete_travels')}</p>}
      <div class="dialog-buttons">
        <button
          type="button"
          class="button button-secondary button-large"
          onClick={() => void run(saveBackup(today), { text: say('data_exported') })}
        >
          <CardIcon name="export" />
          {say('data_export_first')}
        </button>
        <span class="dialog-gap" />
        {everything && isInStep ? (
          ([false, true] as const).map((everywhere) => (
            <button
              key={String(everywhere)}
              type="button"
              class="button button-danger button-large"
              onClick={() => erase(everywhere ? eraseEverywhere : eraseHere)}
            >
              {say(everywhere ? 'data_delete_everywhere' : 'data_delete_here')}
            </button>
          ))
        ) : (
          <button
            type="button"
            class="button button-danger button-large"
            onClick={() => erase(everything ? eraseEverything : eraseMember(what.id))}
          >
            {say('scorecard_delete')}
          </button>
        )}
        <button type="button" class="button button-primary button-large" onClick={onClose}>
          {say('data_keep')}
        </button>
      </div>
    </Dialog>
  );
}
