import { useMemo, useRef, useState } from 'preact/hooks';
import { hasSeat } from '../../core/advice/choose-tip';
import { tickedSteps } from '../../core/advice/taken-tip';
import { pillars, type Pillar } from '../../core/score/pillar';
import { openPanel } from '../../platform/browser-differences';
import { takeTip } from '../../store/write/answer-tip';
import { Icon } from '../../ui/icon';
import { PillarKey } from '../../ui/pillar-key';
import { Card } from '../card';
import { dropChoice, keepChoice } from '../commands';
import type { ScorecardData } from '../load-scorecard';
import { formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import { sayCount } from '../../words/say-count';
import { ManagedNote } from '../managed-note';
import { Segmented } from '../../ui/segmented';
import type { Surroundings } from '../../words/surroundings';
import { tipsNow, tipsSaying, tipsView, type CatalogueTip } from './tips-view';
import { useRun } from '../toast';
import { useMarkDone } from '../use-mark-done';

/** LinkedIn’s name for it in every language. */
const salesNavigatorName = 'Sales Navigator';

/** Every tip there is, by pillar: to read, to do, to put away and to bring back. */
export function TipsPage({ data, around }: { readonly data: ScorecardData; readonly around: Surroundings }) {
  const { say } = around;
  const [pillar, setPillar] = useState<Pillar | 'all'>('all');
  const [chosen, setChosen] = useState(() => hasSeat({}, data.history.at(-1)));
  const salesNavigator = data.salesNavigator ?? chosen;
  const [dismissed, setDismissed] = useState(false);
  const groups = useMemo(
    () => tipsView({ actions: data.actions, choices: data.choices, salesNavigator, dismissed }, around),
    [data.actions, data.choices, salesNavigator, dismissed, around],
  );
  const [search, setSearch] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const now = useMemo(() => tipsNow(data, around), [data, around]);
  const shown = useMemo(
    () => tipsSaying(groups, search, around.language).filter((group) => pillar === 'all' || group.pillar === pillar),
    [groups, search, pillar, around.language],
  );
  const searched = search.trim();
  const found = shown.reduce((sum, group) => sum + group.tips.length, 0);
  return (
    <>
      <div class="page-head">
        <h1 class="page-title">{say('scorecard_tips_title')}</h1>
        <p class="page-subtitle">{say('scorecard_tips_explained')}</p>
      </div>
      {now.length > 0 && (
        <Card id="tips-now" title={say('tips_now')}>
          <ul class="tips">
            {now.map((tip, index) => (
              <TipRow key={tip.tip.id} tip={tip} data={data} around={around} isOpen={index === 0} hasPillar />
            ))}
          </ul>
        </Card>
      )}
      <div class="filters" role="search">
        <label class="tips-search">
          <span class="visually-hidden">{say('tips_search')}</span>
          <input
            ref={field}
            type="search"
            class="input"
            placeholder={say('tips_search')}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
        <Segmented
          label={say('scorecard_pillar')}
          value={pillar}
          choices={[
            { value: 'all' as const, label: say('scorecard_all') },
            ...pillars.map((value) => ({ value, label: say(`pillar_${value}`) })),
          ]}
          onChoose={setPillar}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={salesNavigator}
            disabled={data.salesNavigator !== undefined}
            onChange={(event) => setChosen(event.currentTarget.checked)}
          />
          {say('scorecard_tips_sales_navigator')}
          {data.salesNavigator !== undefined && <ManagedNote text={say('settings_managed')} />}
        </label>
        <label class="check">
          <input type="checkbox" checked={dismissed} onChange={(event) => setDismissed(event.currentTarget.checked)} />
          {say('scorecard_tips_dismissed')}
        </label>
      </div>
      <p class={searched === '' ? 'visually-hidden' : 'tips-found'} role="status">
        {searched !== '' && (found > 0 ? sayCount(around, 'tips_found', found) : say('tips_none', searched))}
      </p>
      {searched !== '' && found === 0 && (
        <div class="buttons">
          <button
            type="button"
            class="button button-secondary"
            onClick={() => {
              setSearch('');
              field.current?.focus();
            }}
          >
            {say('tips_clear')}
          </button>
        </div>
      )}
      {shown.map((group) => (
        <Card
          key={group.pillar}
          title={group.name}
          icon={<PillarKey pillar={group.pillar} />}
          aside={say('tips_counts', formatWhole(group.done, around.language), formatWhole(group.left, around.language))}
        >
          <ul class="tips">
            {group.tips.map((tip) => (
              <TipRow key={tip.tip.id} tip={tip} data={data} around={around} />
            ))}
          </ul>
        </Card>
      ))}
    </>
  );
}

interface TipRowProps {
  readonly tip: CatalogueTip;
  readonly data: ScorecardData;
  readonly around: Surroundings;
  /** Unfolded from the beginning. */
  readonly isOpen?: boolean;
  /** It stands among tips of other pillars. */
  readonly hasPillar?: boolean;
}

function TipRow({ tip: row, data, around, isOpen = false, hasPillar = false }: TipRowProps) {
  const { tip, title, why, steps, minutes, source, status, standing, official } = row;
  const { say } = around;
  const run = useRun();
  const { member } = data;
  const markDone = useMarkDone(member?.id, around);
  const choice = member && { member: member.id, tip: tip.id };

  function openBeside(): void {
    void openPanel();
    if (member) void run(() => takeTip(tip.id, member.id, tickedSteps(tip.id, data)));
  }

  function restore(): void {
    const before = data.choices.find((other) => other.tip === tip.id);
    if (!choice || !before) return;
    void run(dropChoice(choice), { text: say('scorecard_tip_restored'), undo: keepChoice(before) });
  }

  return (
    <li class={status.state === 'dismissed' ? 'tip-row is-dismissed' : 'tip-row'}>
      <details open={isOpen}>
        <summary>
          <span class="tip-row-title">
            {hasPillar && (
              <span class="tip-row-pillar" role="img" aria-label={pillarName(tip.pillar, say)}>
                <PillarKey pillar={tip.pillar} />
              </span>
            )}
            {title}
          </span>
          <span class="tip-row-facts">
            {official && (
              <span class="with-key tip-row-official">
                <Icon name="check" size={12} />
                {say('tips_official')}
              </span>
            )}
            {standing !== '' && <span class="tag">{standing}</span>}
            {tip.salesNavigator && <span class="tag">{salesNavigatorName}</span>}
            <span class="with-key quiet">
              <Icon name="clock" size={12} />
              {minutes}
            </span>
          </span>
        </summary>
        <p class="tip-row-why">{why}</p>
        <ol class="tip-row-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p class="hint">{source}</p>
        <div class="buttons">
          <a class="button button-primary" href={tip.address} target="_blank" rel="noreferrer" onClick={openBeside}>
            <Icon name="panel" />
            {say('tip_card_open_beside')}
          </a>
          {choice && status.state !== 'dismissed' && (
            <>
              <button type="button" class="button button-secondary" onClick={() => markDone(tip)}>
                <Icon name="check" />
                {say('tip_card_done')}
              </button>
              <button
                type="button"
                class="button button-ghost"
                onClick={() => {
                  void run(keepChoice({ ...choice, choice: 'dismissed' }), {
                    text: say('tip_card_dismissed'),
                    undo: dropChoice(choice),
                    takesFocus: true,
                  });
                }}
              >
                <Icon name="not-for-me" />
                {say('tip_card_not_for_me')}
              </button>
            </>
          )}
          {(status.state === 'dismissed' || status.state === 'later') && (
            <button type="button" class="button button-secondary" onClick={restore}>
              <Icon name="undo" />
              {say('scorecard_tip_restore')}
            </button>
          )}
        </div>
      </details>
    </li>
  );
}
