import type { ComponentChildren, ComponentType } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { localDayAt, type LocalDay } from '../core/score/local-day';
import type { Measure } from '../core/score/history';
import type { Result } from '../core/result';
import { attempt } from '../platform/attempt';
import { onSiteAccessChange } from '../platform/site-access';
import { onChange } from '../store/changes';
import { isNewlyShown } from '../store/write/drawn-reading';
import { isNewlyReached } from '../store/write/praised-goal';
import { Boundary } from '../ui/boundary';
import type { PageSurroundings } from '../ui/draw-page';
import { useLatest } from '../ui/use-latest';
import { useMeasured } from '../ui/use-measured';
import { useTheme } from '../ui/use-theme';
import { defaultRange, rangesView, type ChartRange } from '../ui/history-range';
import { useFirstTime } from '../ui/use-first-time';
import { useGoalAsked } from '../ui/use-goal-asked';
import { chartView } from './chart-view';
import { Hero } from './hero';
import { ChartTable, History } from './history';
import { HistoryStrip } from './history-strip';
import { LastReading } from './last-reading';
import { loadPopup, type LoadedPopup } from './load-popup';
import { Notice } from './notice';
import { NothingRead } from './nothing-read';
import { answerNotice } from './answer-notice';
import { PillarRows } from './pillar-rows';
import { PopupHead } from './popup-head';
import { storeFailureNotice, type NoticeAction } from './notice-view';
import { popupView } from './popup-view';
import type { Surroundings } from '../words/surroundings';
import { TipCard } from './tip-card';
import type { WhichSetProps } from './which-set';

export interface PopupPageProps extends PageSurroundings {
  /** What the store said when the popup was opened. */
  readonly first: LoadedOn;
  /** Whether something stored has changed since. Asked once, when the page listens itself. */
  readonly isOutdated: () => boolean;
  /** Told once it is painted as the store said, before anything moves or anybody has done anything. */
  readonly onDrawn?: () => void;
}

/** The popup: reads what is stored, shows it, and reads it again whenever it changes. */
export function PopupPage(props: PopupPageProps) {
  const page = useRef<HTMLDivElement>(null);
  const { textScale } = useMeasured(page, popupWidth);
  useLayoutEffect(() => {
    if (textScale >= largeText) document.documentElement.dataset['text'] = 'large';
    else delete document.documentElement.dataset['text'];
  }, [textScale]);
  return (
    <div ref={page}>
      <span class="text-probe" />
      <StoredPopup {...props} />
    </div>
  );
}

/** In CSS pixels. */
const popupWidth = 400;

/** From this much larger than designed on, lines that were cut may wrap and columns stand under each other. */
const largeText = 1.4;

function StoredPopup({ first, isOutdated, onDrawn, language, mirrored, timeZone, say }: PopupPageProps) {
  const [range, setRange] = useState<ChartRange>();
  const [of, setMeasure] = useState<Measure>('total');
  /** Whether the tip's steps are shown, in the chart's place; until the member says so, of the tip that they are at. */
  const [opened, setOpened] = useState<boolean>();
  const { loaded, today, reload } = useLoadedPopup({ first, isOutdated, timeZone }, range);
  const around = useMemo<Surroundings>(() => ({ today, timeZone, language, say }), [today, timeZone, language, say]);

  useTheme(loaded.ok ? loaded.value.theme : 'system');
  const data = loaded.ok ? loaded.value.data : undefined;
  const firstDay = data?.firstDay ?? today;
  const chosenRange = range ?? defaultRange(firstDay, today);
  const view = useMemo(() => data && popupView(data, around, of), [data, around, of]);
  const chart = useMemo(
    () => data && chartView({ ...data, firstDay }, { of, range: chosenRange }, around),
    [data, firstDay, of, chosenRange, around],
  );
  const ranges = useMemo(() => rangesView(firstDay, around), [firstDay, around]);
  // Then, and only then, something moves.
  const drawn = useFirstTime(view?.kind === 'score' ? view.readAt : undefined, isNewlyShown);
  const goal = useGoalAsked(view?.kind === 'score' ? view.hero.goal : undefined, today, isNewlyReached);

  useEscape(of === 'total' ? undefined : () => setMeasure('total'));

  useEffect(() => {
    if (first.loaded.ok) onDrawn?.();
  }, []);

  const answer = (action: NoticeAction) => answerNotice(action, data, { reload });

  if (!loaded.ok) {
    const notice = storeFailureNotice(loaded, say);
    const head = { title: say('extension_name'), freshness: '', sample: false, late: false, profiles: [] };
    return (
      <>
        <PopupHead head={head} say={say} />
        <Notice notice={notice} say={say} onAction={answer} />
      </>
    );
  }
  if (!view || !data) return null;
  const switchProfile = (id: string) => {
    setMeasure('total');
    void import('../store/write/members').then(({ selectMember }) => selectMember(id));
  };
  const part = (children: ComponentChildren) => (
    <Boundary say={say} from={data}>
      {children}
    </Boundary>
  );
  switch (view.kind) {
    case 'nothing-read':
      return <NothingRead view={view} say={say} onAction={answer} />;
    case 'which-set':
      return (
        <>
          <PopupHead head={view.head} say={say} onProfile={switchProfile} />
          <WhichSetLater {...view} around={around} onSeePage={() => void answer('open-ssi-page')} onAnswered={reload} />
        </>
      );
    case 'trouble':
      return (
        <>
          <PopupHead head={view.head} say={say} onProfile={switchProfile} />
          <Notice notice={view.notice} say={say} onAction={answer} />
          <LastReading view={view} say={say} />
        </>
      );
    case 'score': {
      const isTipOpen = view.tip ? (opened ?? view.tip.taken) : false;
      return (
        <>
          <PopupHead head={view.head} say={say} readToday={!view.stale} onProfile={switchProfile} />
          {view.notice && <Notice notice={view.notice} say={say} onAction={answer} />}
          {part(
            <Hero
              hero={view.hero}
              goal={goal}
              history={data.history}
              drawn={drawn}
              around={around}
              onSet={async (target) => {
                const { setTotalGoal } = await import('../store/write/set-goal');
                return setTotalGoal(target, { ...data, member: data.member?.id }, today);
              }}
            />,
          )}
          {isTipOpen &&
            chart &&
            !view.first &&
            part(
              <HistoryStrip
                chart={chart}
                of={of}
                around={around}
                mirrored={mirrored}
                onOpen={() => setOpened(false)}
              />,
            )}
          {!isTipOpen &&
            chart &&
            part(
              <History
                chart={chart}
                data={data}
                of={of}
                first={view.first}
                ranges={ranges}
                range={chosenRange}
                around={around}
                mirrored={mirrored}
                onRange={setRange}
                onBack={() => setMeasure('total')}
              />,
            )}
          {view.pillars.rows.length > 0 &&
            part(
              <PillarRows
                view={view.pillars}
                chosen={of}
                language={language}
                drawn={drawn}
                say={say}
                onChoose={(pillar) => setMeasure(pillar === of ? 'total' : pillar)}
              />,
            )}
          {!view.notice &&
            data.member &&
            part(
              <TipCard
                tip={view.tip}
                member={data.member.id}
                around={around}
                isStep={!goal.open}
                weekDone={view.weekDone}
                open={isTipOpen}
                onOpen={setOpened}
                reload={reload}
              />,
            )}
          {chart && !view.first && <ChartTable chart={chart} say={say} />}
        </>
      );
    }
  }
}

/** Loaded when there is something to ask, which is seldom. */
function WhichSetLater(props: WhichSetProps) {
  const [Loaded, setLoaded] = useState<ComponentType<WhichSetProps>>();
  useEffect(() => void import('./which-set').then(({ WhichSet }) => setLoaded(() => WhichSet)), []);
  return Loaded ? <Loaded {...props} /> : null;
}

/** What the store answered, and the local day it was asked on. */
interface LoadedOn {
  readonly loaded: Result<LoadedPopup>;
  readonly today: LocalDay;
}

/** What is stored, read again after each change and for each range that needs more of it. */
function useLoadedPopup(
  { first, isOutdated, timeZone }: Pick<PopupPageProps, 'first' | 'isOutdated' | 'timeZone'>,
  range: ChartRange | undefined,
): LoadedOn & { readonly reload: () => Promise<void> } {
  const load = useCallback(async (): Promise<LoadedOn> => {
    const today = localDayAt(Date.now(), timeZone);
    return { loaded: await attempt(() => loadPopup(range ?? 'quarter', today)), today };
  }, [range, timeZone]);
  const [{ loaded, today }, reload] = useLatest(first, load);
  useEffect(() => onChange(() => void reload()), [reload]);
  useEffect(() => onSiteAccessChange(() => void reload()), [reload]);
  useEffect(() => {
    if (range !== undefined || isOutdated()) void reload();
  }, [reload, range, isOutdated]);
  return { loaded, today, reload };
}

/** `leave` on Escape, which otherwise closes the popup. */
function useEscape(leave: (() => void) | undefined): void {
  // Listening from the first paint on: a quick Escape must not close the popup.
  useLayoutEffect(() => {
    if (!leave) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      leave();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
