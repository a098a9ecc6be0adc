import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { reviewedFirst } from '../core/meaning/weekly-review';
import { planOn } from '../core/advice/week-plan';
import { isOwnCheckShown } from '../core/own-check-shown';
import { fail } from '../core/result';
import type { PageState } from '../store/read/page-state';
import { selectMember } from '../store/write/members';
import { formatDay } from '../words/format-day';
import { Boundary } from '../ui/boundary';
import type { PageSurroundings } from '../ui/draw-page';
import { FailureText } from '../ui/failure-text';
import { Icon } from '../ui/icon';
import { CardIcon } from './card-icon';
import { cardsShown } from './cards-shown';
import { AboutPage } from './about/about-page';
import { UpdateNotice } from './about/update-notice';
import { AveragesCard } from './averages/averages-card';
import { DataCard } from './data/data-card';
import { DropTarget } from './data/dropped-files';
import { Questions } from './data/questions';
import { useDataFacts } from './data/use-data-facts';
import { GoalsCard } from './goals/goals-card';
import { HistoryCard } from './history/history-card';
import { JournalCard } from './journal/journal-card';
import type { ScorecardData } from './load-scorecard';
import { firstDayOf } from '../core/score/history';
import { memberName } from './member-name';
import { OverviewCard } from './overview/overview-card';
import { readView } from '../ui/score-view';
import { PageFrame } from './page-frame';
import { PageTroubleNotice, usePageTrouble } from './page-trouble-notice';
import { isPage, type Page, type Section } from './page-part';
import { PrintedHead } from './printed-head';
import { RhythmCard } from './rhythm/rhythm-card';
import { FirstWeeksCard } from './start/first-weeks-card';
import { SettingsCard } from './settings/settings-card';
import { loadSharePage } from './load-when-used';
import type { SharePageProps } from './share/share-page';
import { SiteAccessNotice, useSiteAccess } from './site-access-notice';
import type { Surroundings } from '../words/surroundings';
import { TipsPage } from './tips/tips-page';
import { Toasts } from './toast';
import { Unreadable } from './unreadable';
import { usePart, useScrollTo } from './use-part';
import { useLoaded } from './use-loaded';
import { useInStep } from './use-in-step';
import { useScorecard, useTheme } from './use-scorecard';
import { CheckCard, PlanCard, ReviewCard } from './week/week-cards';
import { WeeksCard } from './weeks/weeks-card';
import { WelcomePage } from './welcome/welcome-page';

/** The full page: reads what is stored, shows the part that the address names, and reads again whenever something changes. */
export function ScorecardPage({ language, mirrored, timeZone, say }: PageSurroundings) {
  const part = usePart();
  const { loaded, today, reload } = useScorecard(timeZone);
  const around = useMemo<Surroundings>(() => ({ today, timeZone, language, say }), [today, timeZone, language, say]);
  const data = loaded?.ok ? loaded.value : undefined;
  const trouble = usePageTrouble(data);
  const mayRead = useSiteAccess();
  useTheme(data?.settings.theme);
  useInStep();
  useScrollTo(part, data !== undefined);

  const cards = useMemo(() => (data ? cardsShown(data, today) : new Set<Section>()), [data, today]);
  const hasHistory = data !== undefined && firstDayOf(data) !== undefined;
  useEffect(() => {
    // After the first reading the welcome becomes the scorecard.
    if (part === 'welcome' && hasHistory) location.replace('#overview');
  }, [part, hasHistory]);

  if (!loaded) return null;
  return (
    <Toasts say={say}>
      <PageFrame
        part={part}
        cards={cards}
        freshness={data && readView({ ...data, firstDay: firstDayOf(data) }, { failedSince: false }, around)}
        say={say}
      >
        <DropTarget say={say} />
        {!isPage(part) && <UpdateNotice say={say} />}
        {!mayRead && <SiteAccessNotice say={say} />}
        {data?.workerTrouble !== undefined && (
          <p class="failure" role="status">
            <FailureText failure={fail('unexpected', data.workerTrouble)} say={say} />
          </p>
        )}
        {data && trouble && !isPage(part) && <PageTroubleNotice {...{ trouble, data, around }} isSecond={!mayRead} />}
        {!loaded.ok ? (
          <Unreadable failure={loaded} say={say} onAgain={() => void reload()} />
        ) : isPage(part) ? (
          <Boundary say={say} from={part}>
            <OnePage page={part} data={loaded.value} around={around} mirrored={mirrored} />
          </Boundary>
        ) : (
          <Scorecard data={loaded.value} {...{ cards, trouble, mayRead, around, mirrored }} />
        )}
      </PageFrame>
    </Toasts>
  );
}

/** Instant of the shown profile's last reading, epoch milliseconds; nothing without one. */
function lastReadAt({ history }: ScorecardData): { readonly lastReadAt?: number } {
  const last = history.at(-1);
  return last ? { lastReadAt: last.readAt } : {};
}

interface OnePageProps {
  readonly page: Page;
  readonly data: ScorecardData;
  readonly around: Surroundings;
  readonly mirrored: boolean;
}

function OnePage({ page, data, around, mirrored }: OnePageProps) {
  switch (page) {
    case 'tips':
      return <TipsPage data={data} around={around} />;
    case 'people':
      return <People around={around} mirrored={mirrored} />;
    case 'share':
      return <Share data={data} around={around} mirrored={mirrored} />;
    case 'about':
      return <AboutPage around={around} />;
    case 'welcome':
      return <WelcomePage settings={data.settings} around={around} />;
  }
}

/** The page of people, which few have. Named here: it shows the history, which names what it loads itself. */
const loadPeoplePage = () => import('./people/people-page');

/** It, once it is here. */
function People(props: Pick<OnePageProps, 'around' | 'mirrored'>) {
  const loaded = useLoaded(loadPeoplePage);
  return loaded ? <loaded.PeoplePage {...props} /> : null;
}

/** The page that makes a picture, once it is here. */
function Share(props: SharePageProps) {
  const loaded = useLoaded(loadSharePage);
  return loaded ? <loaded.SharePage {...props} /> : null;
}

interface ScorecardProps {
  readonly data: ScorecardData;
  /** Those that hold something. */
  readonly cards: ReturnType<typeof cardsShown>;
  /** What is told at the top: why the last visit gave no reading. */
  readonly trouble: PageState | undefined;
  /** Whether the browser lets the SSI page be read. */
  readonly mayRead: boolean;
  readonly around: Surroundings;
  readonly mirrored: boolean;
}

function Scorecard({ data, cards, trouble, mayRead, around, mirrored }: ScorecardProps) {
  const { say, today, language } = around;
  const facts = useDataFacts();
  const ended = trouble?.state === 'access-ended';
  const first = firstDayOf(data);
  const sample = data.history.some(({ source }) => source === 'sample');
  const part = (card: ComponentChildren) => (
    <Boundary say={say} from={data}>
      {card}
    </Boundary>
  );
  // With a score, where it stands comes first; without one, what goes on.
  const isWeekFirst = ended || (first === undefined && data.plans.length > 0);
  // Of what asks for something the first on the page has the one primary button.
  const isTold = !mayRead || (trouble !== undefined && !ended);
  const isSecond = isTold || (facts?.ok === true && facts.value.health.state === 'lost-days');
  const lacksScore = ended || (first === undefined && data.member !== undefined);
  const hasCheck = isOwnCheckShown(data.settings, { lacksScore, hasBegun: data.checks.length > 0 });
  // One reading draws no line: what comes stands in its place.
  // A table that is open stays, though, when a reading is deleted in it.
  const hadLine = useRef<string | undefined>(undefined);
  if (data.history.length + data.totals.length > 1) hadLine.current = data.member?.id;
  const isFirst = data.history.length === 1 && data.totals.length === 0 && hadLine.current !== data.member?.id;
  const hasReview = cards.has('review') && reviewedFirst({ ...data, today, ended }) !== undefined;
  const plan = part(<PlanCard {...{ data, ended, around, isSecond }} isToldAbove={first !== undefined && !ended} />);
  const review = hasReview && part(<ReviewCard data={data} ended={ended} around={around} />);
  const goals = cards.has('goals') && part(<GoalsCard data={data} around={around} />);
  // As high as the averages, so the goals have a row of their own.
  const hasLongJournal = data.actions.length >= 5;
  const rhythm = cards.has('rhythm') && part(<RhythmCard data={data} around={around} mirrored={mirrored} />);
  // Beside a plan, which makes the first column long; else over both.
  const isRhythmBeside = !isWeekFirst && planOn(data.plans, today) !== undefined;
  const check = hasCheck && part(<CheckCard data={data} around={around} />);
  return (
    <>
      <div class="page-head">
        {data.members.length > 1 && data.member ? (
          <h1 class="page-title">
            <label class="member-switch">
              <span class="visually-hidden">{say('popup_profile_switch')}</span>
              <select value={data.member.id} onChange={(event) => void selectMember(event.currentTarget.value)}>
                {data.members.map((member) => (
                  <option key={member.id} value={member.id}>
                    {memberName(member, data.members, around)}
                  </option>
                ))}
              </select>
              <Icon name="down" size={16} />
            </label>
          </h1>
        ) : (
          <h1 class="page-title">{data.member?.name ?? say('scorecard_title')}</h1>
        )}
        {first !== undefined && (
          <p class="page-subtitle">{say('scorecard_index_since', formatDay(first, today, language))}</p>
        )}
        <PrintedHead data={data} around={around} />
        {sample && <span class="tag">{say('scorecard_sample')}</span>}
        {data.history.length > 0 && (
          <a class="button button-ghost page-share" href="#share">
            <CardIcon name="picture" />
            {say('scorecard_part_share')}
          </a>
        )}
      </div>
      <Questions known={facts?.ok ? facts.value : undefined} data={data} around={around} isSecond={isTold} />
      {data.readOnly && (
        <p class="inset notice with-key" role="alert">
          <Icon name="warning" />
          {say('error_storage_newer')}
        </p>
      )}
      {isWeekFirst && (
        <div class={hasReview ? 'columns columns-first week-first' : 'columns'}>
          {plan}
          {review}
        </div>
      )}
      {isWeekFirst && check}
      {first !== undefined ? (
        <>
          {/* Each column packs its cards, so that none is higher than what it holds. */}
          <div class="columns columns-first">
            <div class="stack">
              {part(<OverviewCard {...{ data, ended, isSecond, around }} hasGoals={cards.has('goals')} />)}
              {!isWeekFirst && !isFirst && plan}
            </div>
            <div class="stack">
              {isFirst
                ? part(<FirstWeeksCard data={data} around={around} isHistory />)
                : part(<HistoryCard key={data.member?.id} data={data} around={around} mirrored={mirrored} />)}
              {!isWeekFirst && isFirst && plan}
              {isRhythmBeside && rhythm}
            </div>
          </div>
          {!isRhythmBeside && rhythm}
          {!isFirst &&
            cards.has('first-weeks') &&
            part(<FirstWeeksCard data={data} around={around} isHistory={false} />)}
          {!isWeekFirst && review}
          {!isWeekFirst && check}
          {cards.has('weeks') && part(<WeeksCard data={data} around={around} />)}
          <div class={cards.has('averages') ? 'columns columns-second' : 'columns'}>
            {cards.has('averages') && (
              <div class="stack">{part(<AveragesCard data={data} around={around} mirrored={mirrored} />)}</div>
            )}
            <div class="stack">
              {part(<JournalCard data={data} around={around} mirrored={mirrored} />)}
              {!hasLongJournal && goals}
            </div>
          </div>
          {hasLongJournal && goals}
          {part(<DataCard data={data} facts={facts} around={around} />)}
        </>
      ) : (
        <>
          {part(<OverviewCard {...{ data, ended, isSecond, around }} />)}
          {!isWeekFirst && plan}
          {!isWeekFirst && review}
          {!isWeekFirst && check}
          {cards.has('journal') && part(<JournalCard data={data} around={around} mirrored={mirrored} />)}
          {part(<DataCard data={data} facts={facts} around={around} />)}
        </>
      )}
      {part(<SettingsCard settings={data.settings} hasCheck={hasCheck} around={around} {...lastReadAt(data)} />)}
    </>
  );
}
