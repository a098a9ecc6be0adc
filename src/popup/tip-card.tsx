import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Result } from '../core/result';
import { attempt } from '../platform/attempt';
import { browser } from '../platform/browser';
import { openPanel } from '../platform/browser-differences';
import type { Undoable } from '../store/write/answer-tip';
import { doneSentence } from '../words/done-sentence';
import type { Surroundings } from '../words/surroundings';
import type { TipView } from '../words/tip-view';
import { Icon } from '../ui/icon';
import { MoreMenu } from '../ui/more-menu';
import { Steps } from '../ui/steps';
import { TipFailure } from '../ui/tip-failure';
import { TipHead } from '../ui/tip-head';
import { useTicks } from '../ui/use-ticks';
import { leaveForScorecard } from './answer-notice';
import type { WeekDone } from './popup-view';

export interface TipCardProps {
  /** Undefined when nothing is left to do; the card stays as long as its last answer can be taken back. */
  readonly tip: TipView | undefined;
  /** The profile it is for. */
  readonly member: string;
  readonly around: Surroundings;
  /** It has the one primary button. */
  readonly isStep: boolean;
  /** All of the week's plan is done: the tip comes when the member wants more. */
  readonly weekDone: WeekDone | undefined;
  /** Whether its steps are shown. */
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Reads again what is stored: an answer was taken back, or a step ticked. */
  readonly reload: () => Promise<void>;
}

/** Loaded with the first answer: it brings all of writing with it. */
const loadAnswers = () => import('../store/write/answer-tip');

/** How long an answer can be taken back, in milliseconds. */
const undoFor = 6000;

interface Answered {
  readonly sentence: string;
  readonly undo: Undoable;
}

/** The one thing to do: open it, see and tick its steps, mark it as done, see another, or never again. */
export function TipCard({ tip, member, around, isStep, weekDone, open, onOpen, reload }: TipCardProps) {
  const { say, today } = around;
  const [answered, setAnswered] = useState<Answered>();
  const [failure, setFailure] = useState<Failure>();
  const [wantsMore, setWantsMore] = useState(false);
  const card = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);

  useEffect(() => {
    if (!answered) return;
    const timer = setTimeout(() => setAnswered(undefined), undoFor);
    return () => clearTimeout(timer);
  }, [answered]);
  // The button that was pressed is gone: the first of what replaced it has the focus, before anything else is drawn.
  useLayoutEffect(() => {
    if (hadFocus.current) card.current?.querySelector('button')?.focus();
    hadFocus.current = false;
  }, [answered, wantsMore]);
  hadFocus.current = card.current?.contains(document.activeElement) ?? false;
  const take = async ({ id }: TipView, next: number) => (await loadAnswers()).takeTip(id, member, next);
  const { ticked, tick } = useTicks(tip, take, reload, setFailure);
  useRoom(card, open, tip);
  const isTight = useIsTight(card, tip);

  async function answer(sentence: string, writing: () => Promise<Result<Undoable>>): Promise<void> {
    const written = await attempt(writing);
    setFailure(written.ok ? undefined : written);
    if (!written.ok) return;
    setAnswered({ sentence, undo: written.value });
    setWantsMore(false);
  }

  async function takeBack(undo: Undoable): Promise<void> {
    const undone = await attempt(undo);
    if (!undone.ok) {
      setFailure(undone);
      return;
    }
    // First the tip that is back, then the card: the one that would have come next must not flash.
    await reload();
    setAnswered(undefined);
  }

  async function another(shown: TipView): Promise<void> {
    const written = await attempt(async () => (await loadAnswers()).putOffTip(shown, member, today));
    setFailure(written.ok ? undefined : written);
  }

  /** Opens the tip's page, and with `beside` the panel with the steps next to it. What is not kept as taken is a tip like before. */
  async function openPage(opened: TipView, beside: boolean): Promise<void> {
    await Promise.all([beside && openPanel(), attempt(() => take(opened, ticked))]);
    await browser.tabs.create({ url: opened.address });
    window.close();
  }

  const isResting = weekDone !== undefined && !wantsMore && !answered;
  useEffect(() => {
    if (isResting && open) onOpen(false);
  }, [isResting, open]);

  if (answered) {
    return (
      <section class="tip" ref={card} aria-label={say('tip_card_label')}>
        <p class="tip-answered" role="status">
          <Icon name="check" />
          {answered.sentence}
        </p>
        <TipFailure failure={failure} say={say} />
        <div class="tip-buttons">
          <button type="button" class="button button-secondary" onClick={() => void takeBack(answered.undo)}>
            <Icon name="undo" />
            {say('tip_card_undo')}
          </button>
        </div>
      </section>
    );
  }
  const first = `button ${isStep ? 'button-primary' : 'button-secondary'}`;
  if (isResting) {
    return (
      <section class="tip" ref={card} aria-label={say('tip_card_label')}>
        <h2 class="tip-title tip-resting">
          <Icon name="check" />
          {say('plan_week_done_title')}
        </h2>
        <div class="tip-buttons">
          <button
            type="button"
            class={first}
            onClick={() => void leaveForScorecard(weekDone === 'rest' ? 'review' : 'overview')}
          >
            {say(weekDone === 'rest' ? 'panel_see_week' : 'popup_plan_next')}
          </button>
          {tip && (
            <button type="button" class="button button-ghost" onClick={() => setWantsMore(true)}>
              {say('panel_more')}
            </button>
          )}
        </div>
      </section>
    );
  }
  if (!tip) return null;
  const shown = { ...tip, ticked };
  const hasOtherInRow = tip.hasOther && !isTight;
  const answerDone = () =>
    answer(doneSentence(around), async () => (await loadAnswers()).markTipDone(shown, member, today));
  return (
    <section class={open ? 'tip tip-open' : 'tip'} ref={card} aria-label={say('tip_card_label')}>
      <TipHead tip={tip} />
      <h2 class="tip-title" title={tip.title}>
        {tip.title}
      </h2>
      <p class="tip-why" title={tip.why}>
        {tip.why}
      </p>
      {open && <Steps steps={tip.steps} ticked={ticked} onTick={(step) => void tick(step)} say={say} />}
      <TipFailure failure={failure} say={say} />
      <div class="tip-buttons">
        <button type="button" class={first} onClick={() => void openPage(tip, true)}>
          <Icon name="panel" />
          {say('tip_card_open_beside')}
        </button>
        <button type="button" class="button button-secondary" onClick={() => void answerDone()}>
          <Icon name="check" />
          {say('tip_card_done')}
        </button>
        {hasOtherInRow && (
          <button type="button" class="button button-ghost tip-another" onClick={() => void another(shown)}>
            <Icon name="again" />
            {say('tip_card_another')}
          </button>
        )}
      </div>
      <div class="tip-corner">
        <MoreMenu
          label={say('tip_card_more')}
          items={[
            ...(tip.hasOther && !hasOtherInRow
              ? [{ name: say('tip_card_another'), icon: 'again' as const, onChoose: () => void another(shown) }]
              : []),
            { name: say('tip_card_open'), icon: 'open' as const, onChoose: () => void openPage(tip, false) },
            {
              name: say('tip_card_not_for_me'),
              icon: 'not-for-me' as const,
              onChoose: () =>
                void answer(say('tip_card_dismissed'), async () => (await loadAnswers()).dismissTip(shown, member)),
            },
          ]}
        />
        <button
          type="button"
          class="button button-ghost button-only-icon more-button"
          aria-label={say('panel_steps')}
          title={say('panel_steps')}
          aria-expanded={open}
          onClick={() => onOpen(!open)}
        >
          <Icon name={open ? 'up' : 'down'} />
        </button>
      </div>
    </section>
  );
}

/** The popup may be no higher than so many CSS pixels, or it scrolls. */
const highestPopup = 599;

/**
 * Where steps and reason have no room together the reason gives way: to one line, then all of it; what is still too much scrolls in the list. Larger text
 * scrolls anyway.
 */
function useRoom(card: { readonly current: HTMLElement | null }, open: boolean, tip: TipView | undefined): void {
  useLayoutEffect(() => {
    const shown = card.current;
    const popup = shown?.closest<HTMLElement>('#popup');
    const steps = shown?.querySelector<HTMLElement>('.steps');
    if (!shown || !popup || !steps) return;
    steps.style.maxBlockSize = '';
    const over = () => popup.offsetHeight - highestPopup;
    for (const room of ['two-lines', 'one-line', 'none']) {
      shown.dataset['why'] = room;
      if (over() <= 0) return;
    }
    if (document.documentElement.dataset['text'] !== 'large') {
      steps.style.maxBlockSize = `${steps.offsetHeight - over()}px`;
    }
  }, [card, open, tip]);
}

/** In CSS pixels, on both sides of a button's words together. */
const leastPadding = 10;

/** Whether the buttons have no room beside each other, in long languages and wide fonts: then one of them goes elsewhere. */
function useIsTight(card: { readonly current: HTMLElement | null }, tip: TipView | undefined): boolean {
  const [isTight, setTight] = useState(false);
  useLayoutEffect(() => {
    const buttons = card.current?.querySelectorAll('.tip-buttons > .button') ?? [];
    const widthOfWords = (button: Element): number => {
      const words = document.createRange();
      words.selectNodeContents(button);
      return words.getBoundingClientRect().width;
    };
    if (
      [...buttons].some((button) => button.clientWidth > 0 && button.clientWidth < widthOfWords(button) + leastPadding)
    ) {
      setTight(true);
    }
  }, [card, tip]);
  return isTight;
}
