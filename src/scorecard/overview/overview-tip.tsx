import { openPanel } from '../../platform/browser-differences';
import { putOffTip, takeTip } from '../../store/write/answer-tip';
import { Icon } from '../../ui/icon';
import { MoreMenu } from '../../ui/more-menu';
import { PillarKey } from '../../ui/pillar-key';
import { Steps } from '../../ui/steps';
import { useTicks } from '../../ui/use-ticks';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';
import type { TipView } from '../../words/tip-view';
import { dropChoice, keepChoice } from '../commands';
import type { ScorecardData } from '../load-scorecard';
import { useRun } from '../toast';
import { useMarkDone } from '../use-mark-done';

export interface OverviewTipProps {
  readonly tip: TipView;
  readonly data: ScorecardData;
  readonly around: Surroundings;
  /** It has the one primary button. */
  readonly isStep: boolean;
}

/** The one thing to do next, with its steps to tick. */
export function OverviewTip({ tip, data, around, isStep }: OverviewTipProps) {
  const { say, today } = around;
  const run = useRun();
  const { member } = data;
  const markDone = useMarkDone(member?.id, around);
  // What is stored is read again by itself, after each change; only a failure is to be told.
  const { ticked, tick } = useTicks(
    tip,
    ({ id }, steps) => takeTip(id, member?.id ?? '', steps),
    nothingMore,
    (failure) => {
      if (failure) void run(() => Promise.resolve(failure));
    },
  );

  function dismiss(): void {
    if (!member) return;
    const choice = { member: member.id, tip: tip.id };
    void run(keepChoice({ ...choice, choice: 'dismissed' }), {
      text: say('tip_card_dismissed'),
      undo: tip.taken ? () => takeTip(tip.id, member.id, ticked) : dropChoice(choice),
    });
  }

  function openBeside(): void {
    void openPanel();
    if (member) void run(() => takeTip(tip.id, member.id, ticked));
  }

  return (
    <div class="inset overview-tip" role="region" aria-label={say('tip_card_label')}>
      <p class="overview-tip-head">
        <span class="with-key">
          <PillarKey pillar={tip.pillar} />
          {tip.weakest ? say('scorecard_weakest', pillarName(tip.pillar, say)) : tip.heading}
        </span>
        <span class="with-key">
          <Icon name="clock" size={12} />
          {tip.minutes}
        </span>
      </p>
      <h2 class="overview-tip-title">{tip.title}</h2>
      <p class="quiet overview-tip-why">{tip.why}</p>
      <Steps steps={tip.steps} ticked={ticked} onTick={(step) => void tick(step)} say={say} />
      <div class="buttons">
        <a
          class={`button ${isStep ? 'button-primary' : 'button-secondary'}`}
          href={tip.address}
          target="_blank"
          rel="noreferrer"
          onClick={openBeside}
        >
          <Icon name="panel" />
          {say('tip_card_open_beside')}
        </a>
        <button type="button" class="button button-secondary" onClick={() => markDone(tip)}>
          <Icon name="check" />
          {say('tip_card_done')}
        </button>
        <span class="overview-tip-more">
          <MoreMenu
            label={say('tip_card_more')}
            items={[
              ...(tip.hasOther
                ? [
                    {
                      name: say('tip_card_another'),
                      icon: 'again' as const,
                      onChoose: () => member && void run(() => putOffTip({ ...tip, ticked }, member.id, today)),
                    },
                  ]
                : []),
              { name: say('tip_card_not_for_me'), icon: 'not-for-me', onChoose: dismiss },
            ]}
          />
        </span>
      </div>
    </div>
  );
}

const nothingMore = (): Promise<void> => Promise.resolve();
