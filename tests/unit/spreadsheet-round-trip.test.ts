// A member's CSV through a spreadsheet program and back. The gate reads what LibreOffice 7.4 (Debian 12) saved; `npm run test:long` asks the
// LibreOffice of this machine, where there is one.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { forEachPillar, totalOf } from '../../src/core/score/pillar';
import type { Snapshot } from '../../src/core/rows/snapshot';
import { csvHead, csvLines, spreadsheetCsv } from '../../src/files/csv';
import { readImport } from '../../src/files/read-file';
import { spreadsheetHistory } from './spreadsheet-history';
import { value } from './value';

/** Locales, and LibreOffice's number for the language that its dialog would offer there. */
const locales = { 'en-US': 1033, 'de-DE': 1031, 'fr-FR': 1036, 'pt-BR': 1046 } as const;
type Locale = keyof typeof locales;

const saved = (locale: Locale) => join(import.meta.dirname, `../fixtures/files/libreoffice/${locale}.csv`);

function csvFor(locale: Locale): string {
  const form = spreadsheetCsv(locale);
  return csvHead(form) + csvLines(spreadsheetHistory(), form);
}

/** What LibreOffice saves as CSV, of a computer set to `locale`, of the file that was opened there. */
function throughLibreOffice(program: string, locale: Locale): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'ssi-scorecard-spreadsheet-'));
  try {
    mkdirSync(join(folder, 'profile/user'), { recursive: true });
    writeFileSync(
      join(folder, 'profile/user/registrymodifications.xcu'),
      `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`,
    );
    writeFileSync(join(folder, 'history.csv'), csvFor(locale));
    const separator = spreadsheetCsv(locale).separator.charCodeAt(0);
    execFileSync(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        // Separator, quotation mark, UTF-8, from the first line on, columns as they are, the locale's language.
        `--infilter=CSV:${separator},34,76,1,,${locales[locale]}`,
        '--convert-to',
        // The same, with every cell as it is shown.
        `csv:Text - txt - csv (StarCalc):${separator},34,76,1,,0,false,true`,
        '--outdir',
        join(folder, 'out'),
        join(folder, 'history.csv'),
      ],
      { stdio: 'pipe' },
    );
    return readFileSync(join(folder, 'out/history.csv'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function expectTheSame(text: string): Promise<void> {
  const options = { member: 'unknown', timeZone: 'Europe/Berlin', today: '2026-11-28' };
  const reading = value(await readImport(text, options, () => undefined));
  if (reading.state !== 'read') throw new Error(`It asks: ${reading.question.kind}`);
  expect(reading.file.rejected).toEqual([]);
  const six = (number: number) => Math.round(number * 1e6) / 1e6;
  const told = ({ day, scores, shownTotal, rank, average }: Snapshot) => {
    const rounded = forEachPillar((pillar) => six(scores[pillar]));
    return { day, scores: rounded, total: six(totalOf(rounded)), shownTotal, rank, average };
  };
  const { snapshots } = reading.file.rows;
  expect(snapshots.map(told)).toEqual(spreadsheetHistory().map(told));
  for (const { scores, total } of snapshots) expect(total).toBeCloseTo(totalOf(scores), 5);
}

const program = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
const isLong = process.env['SSI_LONG'] !== undefined;

describe.each(Object.keys(locales) as Locale[])('the member’s CSV in %s', (locale) => {
  test('comes back from a spreadsheet as it was', async () => {
    await expectTheSame(readFileSync(saved(locale), 'utf8'));
  });

  test.runIf(isLong && program !== undefined)(
    'comes back from the LibreOffice of this machine as it was',
    { timeout: 120_000 },
    async () => {
      await expectTheSame(throughLibreOffice(program ?? '', locale).toString('utf8'));
    },
  );

  test.runIf(process.env['SSI_SAVE_SPREADSHEETS'] !== undefined && program !== undefined)(
    'is saved anew',
    { timeout: 120_000 },
    () => {
      writeFileSync(saved(locale), throughLibreOffice(program ?? '', locale));
    },
  );
});
