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
import { UpdateNotice } from './about/update-notice';
import { DropTarget } from './data/dropped-files';
import { useDataFacts } from './data/use-data-facts';
import { HistoryCard } from './history/history-card';
import { Later } from './later';
import type { First } from './load-first';
import type { ScorecardData } from './load-scorecard';
import { memberName } from './member-name';
import { OverviewCard } from './overview/overview-card';
import { painted } from '../ui/painted';
import { readView } from '../ui/score-view';
import { usePrintableTheme } from '../ui/use-theme';
import { PageFrame } from './page-frame';
import { PageTroubleNotice, usePageTrouble } from './page-trouble-notice';
import { isPage, type Page, type Section } from './page-part';
import { PrintedHead } from './printed-head';
import { RhythmCard } from './rhythm/rhythm-card';
import { FirstWeeksCard } from './start/first-weeks-card';
import { Loaded } from './loaded';
import { useLoaded } from './use-loaded';
import { loadSharePage } from './load-when-used';
import { SiteAccessNotice, useSiteAccess } from './site-access-notice';
import type { Surroundings } from '../words/surroundings';
import { Toasts } from './toast';
import { Unreadable } from './unreadable';
import { usePart, useScrollTo } from './use-part';
import { useInStep } from './use-in-step';
import { useScorecard } from './use-scorecard';
import { PlanCard } from './week/plan-card';

/** What stands below the window comes when what is seen in it has been painted. Named here: it shows what names what it loads itself. */
const loadLowerCards = async () => (await Promise.all([import('./lower-cards'), painted()]))[0];

export interface ScorecardPageProps extends PageSurroundings {
  /** What it is drawn from first. */
  readonly first: First;
  /** Whether anything has changed since that was asked for; asked once. */
  readonly isOutdated: () => boolean;
}

/** The full page: shows the part that the address names, and reads what is stored again whenever something changes. */
export function ScorecardPage({ first, isOutdated, language, mirrored, timeZone, say }: ScorecardPageProps) {
  const part = usePart();
  const { loaded, today, reload } = useScorecard(first, isOutdated, timeZone);
  const around = useMemo<Surroundings>(() => ({ today, timeZone, language, say }), [today, timeZone, language, say]);
  const data = loaded.ok ? loaded.value : undefined;
  const trouble = usePageTrouble(data, first.pageState);
  const mayRead = useSiteAccess(first.mayRead);
  const lower = useLoaded(loadLowerCards, data !== undefined);
  usePrintableTheme(data?.settings.theme ?? 'system');
  useInStep();
  useScrollTo(part, data !== undefined && (part === 'overview' || (data.isWhole && lower !== undefined)));

  const cards = useMemo(() => (data ? cardsShown(data, today) : new Set<Section>()), [data, today]);
  const hasHistory = data?.firstDay !== undefined;
  useEffect(() => {
    // After the first reading the welcome becomes the scorecard.
    if (part === 'welcome' && hasHistory) location.replace('#overview');
  }, [part, hasHistory]);

  return (
    <Toasts say={say}>
      <PageFrame part={part} cards={cards} freshness={data && readView(data, { failedSince: false }, around)} say={say}>
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
            <OnePage key={part} page={part} data={loaded.value} around={around} mirrored={mirrored} />
          </Boundary>
        ) : (
          <Scorecard data={loaded.value} {...{ cards, lower, trouble, mayRead, around, mirrored }} />
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

/** Each is loaded when it is opened. Named here: some show what names what it loads itself. */
const loadTipsPage = () => import('./tips/tips-page');
const loadPeoplePage = () => import('./people/people-page');
const loadAboutPage = () => import('./about/about-page');
const loadWelcomePage = () => import('./welcome/welcome-page');

function OnePage({ page, data, around, mirrored }: OnePageProps) {
  switch (page) {
    case 'tips':
      return <Loaded load={loadTipsPage}>{({ TipsPage }) => <TipsPage data={data} around={around} />}</Loaded>;
    case 'people':
      return (
        <Loaded load={loadPeoplePage}>{({ PeoplePage }) => <PeoplePage around={around} mirrored={mirrored} />}</Loaded>
      );
    case 'share':
      return (
        <Loaded load={loadSharePage}>
          {({ SharePage }) => <SharePage data={data} around={around} mirrored={mirrored} />}
        </Loaded>
      );
    case 'about':
      return <Loaded load={loadAboutPage}>{({ AboutPage }) => <AboutPage around={around} />}</Loaded>;
    case 'welcome':
      return (
        <Loaded load={loadWelcomePage}>
          {({ WelcomePage }) => <WelcomePage settings={data.settings} around={around} />}
        </Loaded>
      );
  }
}

interface ScorecardProps {
  readonly data: ScorecardData;
  /** Those that hold something. */
  readonly cards: ReturnType<typeof cardsShown>;
  /** Undefined until they are here. */
  readonly lower: Awaited<ReturnType<typeof loadLowerCards>> | undefined;
  /** What is told at the top: why the last visit gave no reading. */
  readonly trouble: PageState | undefined;
  /** Whether the browser lets the SSI page be read. */
  readonly mayRead: boolean;
  readonly around: Surroundings;
  readonly mirrored: boolean;
}

function Scorecard({ data, cards, lower, trouble, mayRead, around, mirrored }: ScorecardProps) {
  const { say, today, language } = around;
  const facts = useDataFacts(lower?.loadDataFacts);
  const ended = trouble?.state === 'access-ended';
  const first = data.firstDay;
  const sample = data.history.some(({ source }) => source === 'sample');
  const part = (card: ComponentChildren) => (
    <Boundary say={say} from={data}>
      {card}
    </Boundary>
  );
  const later = (card: ComponentChildren) => <Later>{part(card)}</Later>;
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
  const isFirst =
    data.isWhole && data.history.length === 1 && data.totals.length === 0 && hadLine.current !== data.member?.id;
  const hasReview = cards.has('review') && reviewedFirst({ ...data, today, ended }) !== undefined;
  const plan = part(<PlanCard {...{ data, ended, around, isSecond }} isToldAbove={first !== undefined && !ended} />);
  const review =
    hasReview && lower && (isWeekFirst ? part : later)(<lower.ReviewCard data={data} ended={ended} around={around} />);
  const goals = cards.has('goals') && lower && later(<lower.GoalsCard data={data} around={around} />);
  // As high as the averages, so the goals have a row of their own.
  const hasLongJournal = data.actions.length >= 5;
  // Beside a plan, which makes the first column long; else over both.
  const isRhythmBeside = !isWeekFirst && planOn(data.plans, today) !== undefined;
  const rhythm =
    cards.has('rhythm') &&
    (isRhythmBeside ? part : later)(<RhythmCard data={data} around={around} mirrored={mirrored} />);
  const check = hasCheck && lower && (isWeekFirst ? part : later)(<lower.CheckCard data={data} around={around} />);
  // Of a long history the first is told from its recent part; what looks further back waits for the rest.
  const isAllHere = data.isWhole && lower !== undefined;
  if (!isAllHere && isWeekFirst) return null;
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
      {lower && facts?.ok && <lower.Questions known={facts.value} data={data} around={around} isSecond={isTold} />}
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
          {isAllHere ? (
            <>
              {!isRhythmBeside && rhythm}
              {!isFirst &&
                cards.has('first-weeks') &&
                later(<FirstWeeksCard data={data} around={around} isHistory={false} />)}
              {!isWeekFirst && review}
              {!isWeekFirst && check}
              {cards.has('weeks') && later(<lower.WeeksCard data={data} around={around} />)}
              <div class={cards.has('averages') ? 'columns columns-second' : 'columns'}>
                {cards.has('averages') && (
                  <div class="stack">
                    {later(<lower.AveragesCard data={data} around={around} mirrored={mirrored} />)}
                  </div>
                )}
                <div class="stack">
                  {later(<lower.JournalCard data={data} around={around} mirrored={mirrored} />)}
                  {!hasLongJournal && goals}
                </div>
              </div>
              {hasLongJournal && goals}
              {later(<lower.DataCard data={data} facts={facts} around={around} />)}
            </>
          ) : (
            <div class="coming" hidden />
          )}
        </>
      ) : (
        <>
          {part(<OverviewCard {...{ data, ended, isSecond, around }} />)}
          {!isWeekFirst && plan}
          {!isWeekFirst && review}
          {!isWeekFirst && check}
          {isAllHere ? (
            <>
              {cards.has('journal') && later(<lower.JournalCard data={data} around={around} mirrored={mirrored} />)}
              {later(<lower.DataCard data={data} facts={facts} around={around} />)}
            </>
          ) : (
            <div class="coming" hidden />
          )}
        </>
      )}
      {isAllHere &&
        later(
          <lower.SettingsCard settings={data.settings} hasCheck={hasCheck} around={around} {...lastReadAt(data)} />,
        )}
    </>
  );
}
