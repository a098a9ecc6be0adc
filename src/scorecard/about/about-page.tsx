import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../platform/browser';
import { openDatabase } from '../../store/database';
import { exportBackup } from '../../store/write/export-backup';
import { formatWhole } from '../../words/format-number';
import type { Say } from '../../words/say';
import { Icon } from '../../ui/icon';
import { CardIcon } from '../card-icon';
import { releases, type Release } from './changelog';
import { Card } from '../card';
import { changes } from '../page-part';
import type { Surroundings } from '../../words/surroundings';
import { useSyncStatus } from '../data/in-step';
import { useRun } from '../toast';

/** The one page that is read, as one types it. */
const pageThatIsRead = 'linkedin.com/sales/ssi';

/** So much of what is stored is shown as text; all of it is in the export, in characters. */
const shownText = 200_000;

/** Which version this is, what changed, what it may do and what it did, and how to report a problem. */
export function AboutPage({ around }: { readonly around: Surroundings }) {
  const { say, language } = around;
  const run = useRun();
  const manifest = browser.runtime.getManifest();
  const requests = useForeignRequests();
  const isInStep = useSyncStatus()?.on ?? false;
  const [stored, setStored] = useState<string>();

  async function showStored(): Promise<void> {
    if (stored !== undefined) {
      setStored(undefined);
      return;
    }
    await run(async () => {
      const database = await openDatabase();
      const file = database.ok ? await exportBackup(database.value) : database;
      if (!file.ok) return file;
      const text = await file.value.text();
      setStored(text.length > shownText ? `${text.slice(0, shownText)}\n…` : text);
      return { ok: true, value: undefined };
    });
  }

  const report = [
    `${manifest.name} ${manifest.version}`,
    navigator.userAgent,
    `${language}, ${around.timeZone}`,
    `${innerWidth} × ${innerHeight} @ ${devicePixelRatio}`,
  ].join('\n');
  const policy: unknown = manifest.content_security_policy;
  const rule =
    typeof policy === 'object' && policy !== null && 'extension_pages' in policy ? policy.extension_pages : policy;
  return (
    <>
      <div class="page-head">
        <h1 class="page-title">{say('scorecard_part_about')}</h1>
        <p class="page-subtitle">{say('about_version', manifest.version)}</p>
      </div>
      <Card title={say('about_privacy_title')}>
        <p class="about-text">{say(isInStep ? 'about_privacy_sync' : 'about_privacy')}</p>
        <dl class="facts">
          <div>
            <dt>{say('about_requests')}</dt>
            <dd>
              <strong>{formatWhole(requests, language)}</strong> <span class="quiet">{say('about_requests_hint')}</span>
            </dd>
          </div>
          <div>
            <dt>{say('about_permissions')}</dt>
            <dd>
              <ul class="about-permissions">
                {(manifest.permissions ?? []).map((permission) => (
                  <li key={permission}>
                    <code dir="ltr">{permission}</code> {say(`about_permission_${permission}`)}
                  </li>
                ))}
                <li>
                  <code dir="ltr">{pageThatIsRead}</code> {say('about_permission_page')}
                </li>
              </ul>
            </dd>
          </div>
          <div>
            <dt>{say('about_policy')}</dt>
            <dd>
              <code dir="ltr">{String(rule)}</code>
            </dd>
          </div>
        </dl>
        <button
          type="button"
          class="button button-secondary"
          aria-expanded={stored !== undefined}
          onClick={() => void showStored()}
        >
          <CardIcon name="table" />
          {stored === undefined ? say('about_show_stored') : say('about_hide_stored')}
        </button>
        {stored !== undefined && (
          <pre class="stored" dir="ltr" tabIndex={0} role="region" aria-label={say('about_show_stored')}>
            {stored}
          </pre>
        )}
      </Card>
      <Card title={say('about_problem_title')}>
        <p class="about-text">{say('about_problem')}</p>
        <pre class="stored" dir="ltr" tabIndex={0} role="region" aria-label={say('about_report')}>
          {report}
        </pre>
        <button
          type="button"
          class="button button-secondary"
          onClick={() => {
            void run(
              async () => {
                await navigator.clipboard.writeText(report);
                return { ok: true, value: undefined };
              },
              { text: say('popup_copied') },
            );
          }}
        >
          <Icon name="copy" />
          {say('popup_copy_report')}
        </button>
      </Card>
      <Card id={changes} title={say('about_changes_title')}>
        {releases.map((release) => (
          <ReleaseNotes key={release.version} release={release} say={say} />
        ))}
      </Card>
      <Card title={say('about_licences_title')}>
        <p class="about-text">
          {say('about_licences')}{' '}
          <a href="../licences.md" target="_blank" rel="noreferrer">
            {say('about_licences_open')}
          </a>
        </p>
      </Card>
    </>
  );
}

function ReleaseNotes({ release, say }: { readonly release: Release; readonly say: Say }) {
  return (
    <div class="release">
      <h3 class="small-title">{release.version}</h3>
      <ul>
        {release.notes.map((note) => (
          <li key={note}>{say(note)}</li>
        ))}
      </ul>
    </div>
  );
}

/** How many requests this page has made to anywhere but the extension itself, as the browser counts them. */
function useForeignRequests(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const seen = new PerformanceObserver((list) => {
      const foreign = list
        .getEntries()
        .filter(({ name }) => URL.canParse(name) && new URL(name).origin !== location.origin);
      setCount((before) => before + foreign.length);
    });
    seen.observe({ type: 'resource', buffered: true });
    return () => seen.disconnect();
  }, []);
  return count;
}
