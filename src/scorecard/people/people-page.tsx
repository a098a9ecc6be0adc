import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../../core/result';
import { attempt } from '../../platform/attempt';
import { onChange } from '../../store/changes';
import type { PersonProfile } from '../../store/read/people';
import { FailureText } from '../../ui/failure-text';
import { Icon } from '../../ui/icon';
import { useLatest } from '../../ui/use-latest';
import { formatDay } from '../../words/format-day';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { CardIcon } from '../card-icon';
import { AddFiles, type AddFilesHandle } from './add-files';
import { loadPeople } from './people-commands';
import { keepOrder, readOrder, type PeopleOrder } from './people-order';
import { personRow, sortedPeople } from './people-view';
import { PeopleTable } from './people-table';
import { PersonCard } from './person-card';
import { WholeScorecard } from './whole-scorecard';

export interface PeoplePageProps {
  readonly around: Surroundings;
  readonly mirrored: boolean;
}

/** From this width on, in CSS pixels, the list and a person stand side by side; as in people.css. */
const sideBySide = '(min-width: 1100px)';

/** Everybody whose file the member was given: a list, and one of them by themselves. Never two on one line, and nothing that sets one beside another. */
export function PeoplePage({ around, mirrored }: PeoplePageProps) {
  const { say, today, language } = around;
  const { people, failure } = usePeople();
  const isWide = useIsWide();
  const [order, setOrder] = useState<PeopleOrder>(readOrder);
  const [opened, setOpened] = useState<string>();
  const [whole, setWhole] = useState<string>();
  const adding = useRef<AddFilesHandle>(null);
  const list = useRef<HTMLDivElement>(null);

  const rows = sortedPeople(
    (people ?? []).map((person) => personRow(person, around)),
    order,
    language,
  );
  // Side by side there is always somebody to look at.
  const shown = people?.find(({ member }) => member.id === (opened ?? (isWide ? rows[0]?.id : undefined)));
  const read = people?.find(({ member }) => member.id === whole);

  /** Back to the list, with the focus on the row that was left. */
  function close(): void {
    setOpened(undefined);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-person="${shown?.member.id ?? ''}"]`)?.focus(),
    );
  }

  if (read) {
    return (
      <WholeScorecard
        person={read}
        around={around}
        mirrored={mirrored}
        onBack={() => {
          setWhole(undefined);
          setOpened(read.member.id);
        }}
      />
    );
  }
  return (
    <>
      <div class="page-head">
        <h1 class="page-title">{say('scorecard_part_people')}</h1>
        <p class="page-subtitle">{say('people_explained')}</p>
      </div>
      {failure && (
        <p class="failure" role="alert">
          <FailureText failure={failure} say={say} />
        </p>
      )}
      <div class={shown && opened !== undefined ? 'people has-opened' : 'people'}>
        <div class="people-list" ref={list}>
          <section class="card" aria-labelledby="people-heading">
            <div class="card-head">
              <h2 id="people-heading" class="card-title" tabIndex={-1}>
                {rows.length > 0 ? sayCount(around, 'people_count', rows.length) : say('people_explained')}
              </h2>
              <div class="card-aside">
                <span>{formatDay(today, '', language)}</span>
                <button type="button" class="button button-secondary" onClick={() => adding.current?.choose()}>
                  <CardIcon name="plus" />
                  {say('people_add')}
                </button>
              </div>
            </div>
            {rows.length > 0 ? (
              <PeopleTable
                rows={rows}
                order={order}
                opened={shown?.member.id}
                around={around}
                onOrder={(next) => {
                  keepOrder(next);
                  setOrder(next);
                }}
                onOpen={setOpened}
              />
            ) : (
              people && <p class="empty">{say('people_none')}</p>
            )}
            <div class="inset data-promise">
              <Icon name="lock" />
              <div>
                <p class="strong">{say('people_promise_title')}</p>
                <p class="quiet">{say('people_promise')}</p>
              </div>
            </div>
          </section>
          <AddFiles handle={adding} people={people ?? []} around={around} />
        </div>
        {shown && (
          <PersonCard
            key={shown.member.id}
            person={shown}
            around={around}
            mirrored={mirrored}
            takesFocus={opened !== undefined}
            onBack={close}
            onWhole={() => setWhole(shown.member.id)}
            onNewerFile={() => adding.current?.choose(shown.member.id)}
            onDeleted={() => setOpened(undefined)}
          />
        )}
      </div>
    </>
  );
}

/** Everybody, read again after each change; undefined until the store has answered once. */
function usePeople() {
  const load = useCallback(() => attempt(loadPeople), []);
  const [loaded, reload] = useLatest<Result<PersonProfile[]> | undefined>(undefined, load);
  useEffect(() => void reload(), [reload]);
  useEffect(() => onChange(() => void reload()), [reload]);
  return loaded?.ok === false ? { people: undefined, failure: loaded } : { people: loaded?.value, failure: undefined };
}

function useIsWide(): boolean {
  const [is, setIs] = useState(() => matchMedia(sideBySide).matches);
  useEffect(() => {
    const media = matchMedia(sideBySide);
    const follow = () => setIs(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return is;
}
