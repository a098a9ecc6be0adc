import { useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../../core/result';
import type { PersonProfile } from '../../store/read/people';
import { FailureText } from '../../ui/failure-text';
import { Icon } from '../../ui/icon';
import type { Surroundings } from '../../words/surroundings';
import { cardsShown } from '../cards-shown';
import { HistoryCard } from '../history/history-card';
import type { ScorecardData } from '../load-scorecard';
import { WeeksCard } from '../weeks/weeks-card';
import { loadWhole } from './people-commands';
import { personView } from './person-view';

interface WholeScorecardProps {
  readonly person: PersonProfile;
  readonly around: Surroundings;
  readonly mirrored: boolean;
  readonly onBack: () => void;
}

/** Somebody's whole history, to be read and nothing else: no tips, goals, plan, nor anything that is told to the member about themselves. */
export function WholeScorecard({ person, around, mirrored, onBack }: WholeScorecardProps) {
  const { say, today } = around;
  const [loaded, setLoaded] = useState<Result<ScorecardData>>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    let wanted = true;
    void loadWhole(person).then((next) => {
      if (wanted) setLoaded(next);
    });
    return () => {
      wanted = false;
    };
  }, [person]);
  const { name, file } = personView(person, around);
  return (
    <>
      <div class="page-head">
        <button type="button" class="button button-ghost whole-back" onClick={onBack}>
          <Icon name="back" />
          {say('people_all')}
        </button>
        <h1 ref={heading} class="page-title" tabIndex={-1}>
          <bdi>{name}</bdi>
        </h1>
        <p class="page-subtitle">{file}</p>
      </div>
      {loaded?.ok === false && (
        <p class="failure" role="alert">
          <FailureText failure={loaded} say={say} />
        </p>
      )}
      {loaded?.ok && (
        <>
          <HistoryCard data={loaded.value} around={around} mirrored={mirrored} />
          {cardsShown(loaded.value, today).has('weeks') && <WeeksCard data={loaded.value} around={around} />}
        </>
      )}
    </>
  );
}
