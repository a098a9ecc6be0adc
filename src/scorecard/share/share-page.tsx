import { useMemo, useRef, useState } from 'preact/hooks';
import { fail, succeed } from '../../core/result';
import { Icon } from '../../ui/icon';
import type { Surroundings } from '../../words/surroundings';
import { Card } from '../card';
import { CardIcon } from '../card-icon';
import { changeSettings } from '../commands';
import { rename } from '../data/data-commands';
import type { ScorecardData } from '../load-scorecard';
import { memberName } from '../member-name';
import { pngFile } from '../picture';
import { shownTheme } from '../picture-frame';
import { saveFile } from '../save-file';
import { Segmented } from '../../ui/segmented';
import { Switch } from '../switch';
import { useRun } from '../toast';
import { SharePicture } from './share-picture';
import { shareView } from './share-view';

export interface SharePageProps {
  readonly data: ScorecardData;
  readonly around: Surroundings;
  /** The language runs from right to left. */
  readonly mirrored: boolean;
}

/** A picture of the last month, made here. Name and ranks are only in it when they are switched on. */
export function SharePage({ data, around, mirrored }: SharePageProps) {
  const { history, settings, member, members } = data;
  const { say, today } = around;
  const run = useRun();
  const [withRanks, setWithRanks] = useState(false);
  const [theme, setTheme] = useState(() => shownTheme(settings.theme));
  const view = useMemo(() => shareView(history, withRanks, around), [history, withRanks, around]);
  const drawing = useRef<SVGSVGElement>(null);
  const withName = settings.nameOnPictures;

  async function picture(): Promise<Blob | undefined> {
    return drawing.current ? pngFile(drawing.current) : undefined;
  }

  return (
    <>
      <div class="page-head">
        <h1 class="page-title">{say('scorecard_part_share')}</h1>
        <p class="page-subtitle">{say('share_explained')}</p>
      </div>
      <Card title={say('share_picture')}>
        {view ? (
          <div class="share">
            <div class="share-frame" data-theme={theme}>
              <SharePicture
                view={view}
                name={withName ? member?.name : undefined}
                day={today}
                {...{ around, mirrored, drawing }}
              />
            </div>
            <div class="share-controls">
              <Switch
                label={say('share_name')}
                hint={say('share_name_hint')}
                on={withName}
                onSwitch={(nameOnPictures) => void run(changeSettings((stored) => ({ ...stored, nameOnPictures })))}
              />
              {withName && member && (
                <label class="share-name">
                  {say('data_profile_name', memberName(member, members, around))}
                  <input
                    class="input"
                    value={member.name ?? ''}
                    maxLength={longestName}
                    onChange={(event) => void run(rename(member.id, event.currentTarget.value))}
                  />
                </label>
              )}
              <Switch label={say('share_ranks')} on={withRanks} onSwitch={setWithRanks} />
              <div class="setting">
                <span class="setting-label">{say('settings_theme')}</span>
                <Segmented
                  label={say('settings_theme')}
                  value={theme}
                  choices={(['light', 'dark'] as const).map((value) => ({
                    value,
                    label: say(`settings_theme_${value}`),
                  }))}
                  onChoose={setTheme}
                />
              </div>
              <div class="buttons">
                <button
                  type="button"
                  class="button button-primary button-large"
                  onClick={() => {
                    void run(
                      async () => {
                        const file = await picture();
                        if (!file) return fail('storage-unavailable');
                        await navigator.clipboard.write([new ClipboardItem({ 'image/png': file })]);
                        return succeed(undefined);
                      },
                      { text: say('share_copied') },
                    );
                  }}
                >
                  <Icon name="copy" />
                  {say('share_copy')}
                </button>
                <button
                  type="button"
                  class="button button-secondary button-large"
                  onClick={() => {
                    void picture().then((file) => {
                      if (file) saveFile(file, `ssi-${today}.png`);
                    });
                  }}
                >
                  <CardIcon name="export" />
                  {say('share_save')}
                </button>
              </div>
            </div>
          </div>
        ) : (
          <p class="empty">{say('share_empty')}</p>
        )}
      </Card>
    </>
  );
}

/** Letters of a name that fit into the picture's head, beside the ranks. */
const longestName = 40;
