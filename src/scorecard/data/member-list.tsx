import type { Member } from '../../core/rows/member';
import { selectMember } from '../../store/write/members';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { IconButton } from '../icon-button';
import type { ScorecardData } from '../load-scorecard';
import { memberName } from '../member-name';
import { useRun } from '../toast';
import type { Change } from '../use-change';
import { merge, rename } from './data-commands';
import type { DataFacts } from './load-data-facts';

interface MemberListProps {
  readonly facts: DataFacts;
  readonly data: ScorecardData;
  readonly around: Surroundings;
  readonly onChange: Change;
  readonly onDelete: (member: Member) => void;
}

/** The profiles: named, switched between, made one, deleted. */
export function MemberList({ facts, data, around, onChange: change, onDelete }: MemberListProps) {
  const { say } = around;
  const run = useRun();
  const several = facts.members.length > 1;
  return (
    <div class="members">
      <h3 class="small-title">{say('data_profiles')}</h3>
      <ul>
        {facts.members.map(({ member, days }) => {
          const name = memberName(member, data.members, around);
          return (
            <li key={member.id} class="member">
              <input
                class="input"
                aria-label={say('data_profile_name', name)}
                placeholder={name}
                maxLength={60}
                value={member.name ?? ''}
                onChange={(event) => {
                  const before = member.name ?? '';
                  const next = event.currentTarget.value;
                  if (next.trim() !== before) {
                    void run(rename(member.id, next), { text: say('data_named'), undo: rename(member.id, before) });
                  }
                }}
              />
              <span class="quiet">{sayCount(around, 'data_days', days)}</span>
              {several && (
                <>
                  <button
                    type="button"
                    class="button button-ghost"
                    disabled={member.id === data.member?.id}
                    onClick={() => void run(() => selectMember(member.id))}
                  >
                    {member.id === data.member?.id ? say('data_shown') : say('data_show')}
                  </button>
                  <select
                    class="input"
                    aria-label={say('data_merge_label', name)}
                    value=""
                    onChange={(event) => {
                      const into = event.currentTarget.value;
                      event.currentTarget.value = '';
                      if (into !== '') void change(merge(member.id, into), say('data_merged'));
                    }}
                  >
                    <option value="">{say('data_merge')}</option>
                    {facts.members
                      .filter((other) => other.member.id !== member.id)
                      .map((other) => (
                        <option key={other.member.id} value={other.member.id}>
                          {memberName(other.member, data.members, around)}
                        </option>
                      ))}
                  </select>
                  <IconButton
                    icon="trash"
                    label={say('data_delete_profile', name)}
                    title={say('scorecard_delete')}
                    onClick={() => onDelete(member)}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
