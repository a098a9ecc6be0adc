import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backupVersion } from '../../src/files/backup';
import { csvHead, csvLines, plainCsv } from '../../src/files/csv';
import { readImport } from '../../src/files/read-file';
import type { ImportedFile, ImportOptions } from '../../src/files/imported-file';
import { dayNumber } from '../../src/core/score/local-day';
import { forEachPillar } from '../../src/core/score/pillar';
import { sampleHistory, sampleSnapshot } from './sample-snapshot';
import { value } from './value';

const options: ImportOptions = { member: 'unknown', timeZone: 'America/Sao_Paulo', today: '2026-10-16' };

async function read(text: string, changes: Partial<ImportOptions> = {}): Promise<ImportedFile> {
  const reading = value(await readImport(text, { ...options, ...changes }, () => undefined));
  if (reading.state !== 'read') throw new Error(`asked: ${reading.state}`);
  return reading.file;
}

/** LinkedIn's numbers are float32: our CSV leaves out what stands behind the sixth decimal. */
const sixDecimals = (number: number) => Math.round(number * 1e6) / 1e6;

const lines = (...rows: string[]) => rows.join('\n');

describe('tables', () => {
  test('our own CSV comes back with every number', async () => {
    const history = sampleHistory('unknown', 200, dayNumber('2026-05-19'));
    const file = await read(csvHead(plainCsv) + csvLines(history, plainCsv));
    expect(file.rejectedCount).toBe(0);
    expect(
      file.rows.snapshots.map(({ day, total, scores, rank, average, shownTotal }) => ({
        day,
        total: sixDecimals(total),
        scores,
        rank,
        average,
        shownTotal,
      })),
    ).toEqual(
      history.map(({ day, total, scores, rank, average, shownTotal }) => ({
        day,
        total: sixDecimals(total),
        scores: forEachPillar((pillar) => sixDecimals(scores[pillar])),
        rank,
        average,
        shownTotal,
      })),
    );
  });

  test('the captured series, with its groups’ averages beside the member’s own pillars', async () => {
    const file = await read(readFileSync('tests/linkedin/captures/series.2026-04-to-05.csv', 'utf8'));
    expect(file.rejected).toEqual([]);
    const row = file.rows.snapshots.find((snapshot) => snapshot.day === '2026-05-14');
    expect(row).toMatchObject({
      readAt: Date.parse('2026-05-14T08:53:00-03:00'),
      source: 'import',
      shownTotal: 52,
      scores: { brand: 20.998, people: 6.5, insights: 9.55, relationships: 15 },
      rank: { industry: 10, network: 13 },
      average: {
        industry: { total: 35, scores: { brand: 11.79, people: 5.42, insights: 2.2, relationships: 15.15 } },
        network: { total: 36, scores: { brand: 13.22, people: 4.39, insights: 2.45, relationships: 16.33 } },
      },
    });
    expect(row?.total).toBeCloseTo(52.048, 10);
  });

  test.each([
    ['commas and points', 'Date,Total,Brand,People,Insights,Relationships\n2026-05-12,53,21.048,6.5,10.25,15'],
    [
      'semicolons and decimal commas',
      'Datum;Gesamt;Marke;Personen;Insights;Beziehungen\n12.05.2026;53;21,048;6,5;10,25;15',
    ],
    [
      'a pasted spreadsheet, with tabs',
      'date\tSSI\tbrand\tpeople\tinsights\trelationships\n2026-05-12\t53\t21.048\t6.5\t10.25\t15\n',
    ],
    [
      'a byte order mark, CRLF and quotes',
      '\uFEFF"date","total","brand","people","insights","relationships"\r\n"2026-05-12","53","21.048","6.5","10.25","15"\r\n',
    ],
    [
      'Excel’s first line',
      'sep=;\r\ndate;total;brand;people;insights;relationships\r\n2026-05-12;53;21,048;6,5;10,25;15',
    ],
    [
      'LinkedIn’s own English words',
      'Date,Current Social Selling Index,Establish your professional brand,Find the right people,Engage with insights,Build relationships\n"May 12, 2026",53 out of 100,21.048,6.5,10.25,15',
    ],
    [
      'Spanish',
      'Fecha;Establece tu marca profesional;Encuentra a las personas adecuadas;Interactúa ofreciendo información;Crea relaciones\n12 de mayo de 2026;21,048;6,5;10,25;15',
    ],
    [
      'Portuguese',
      'Data;Social Selling Index atual;Estabelecer sua marca profissional;Localizar as pessoas certas;Interagir oferecendo insights;Criar relacionamentos\n12 de maio de 2026;53 de 100;21,048;6,5;10,25;15',
    ],
    [
      'LinkedInActivityTracker’s CSV',
      'Date,ActiveMinutes,Reactions,SSI,SSIProfessionalBrand,SSIFindRightPeople,SSIEngageWithInsights,SSIBuildRelationships\n2026-05-12,20,3,53,21.048,6.5,10.25,15',
    ],
    [
      'a title and an empty line above the headings',
      'My SSI\n\nday,total,brand,people,insights,relationships\n2026-05-12,53,21.048,6.5,10.25,15',
    ],
    ['no headings, where the arithmetic tells', '2026-05-12,53,21.048,6.5,10.25,15'],
    [
      'columns of goals and changes, which are not scores',
      'date,goal,total change,total,brand,people,insights,relationships,brand goal\n2026-05-12,70,-1,53,21.048,6.5,10.25,15,20',
    ],
  ])('%s', async (_, text) => {
    const file = await read(text);
    expect(file.rejected).toEqual([]);
    expect(file.rows.snapshots).toMatchObject([
      { day: '2026-05-12', shownTotal: 53, scores: { brand: 21.048, people: 6.5, insights: 10.25, relationships: 15 } },
    ]);
  });

  test('a date and a total alone is a total, with no pillars made up', async () => {
    const file = await read('date,ssi\n2026-05-12,53\n2026-05-13,52');
    expect(file.rows.snapshots).toEqual([]);
    expect(file.rows.totals).toMatchObject([
      { day: '2026-05-12', total: 53 },
      { day: '2026-05-13', total: 52 },
    ]);
  });

  test('a long table: one line for each number, the page’s sections telling whose it is', async () => {
    const file = await read(
      lines(
        'data_referencia;hora_referencia;secao;campo;valor_original;unidade;valor_numerico;escala;observacao;fonte',
        '2026-05-14;08:53;Social Selling Index atual;Social Selling Index atual;52 de 100;pontos;52;0-100;;x',
        '2026-05-14;08:53;Os quatro componentes da sua pontuação;Estabelecer sua marca profissional;20,998;pontos;20.998;0-25;;x',
        '2026-05-14;08:53;Os quatro componentes da sua pontuação;Localizar as pessoas certas;6,5;pontos;6.5;0-25;;x',
        '2026-05-14;08:53;Os quatro componentes da sua pontuação;Interagir oferecendo insights;9,55;pontos;9.55;0-25;;x',
        '2026-05-14;08:53;Os quatro componentes da sua pontuação;Criar relacionamentos;15;pontos;15.0;0-25;;x',
        '2026-05-14;08:53;Sua classificação;Classificação SSI do setor;Primeiros 10%;percentual;10;percentual;;x',
        '2026-05-14;08:53;Sua classificação;Classificação SSI da rede;Primeiros 13%;percentual;13;percentual;;x',
        '2026-05-14;08:53;Benchmark;SSI médio do setor;35 de 100;pontos;35;0-100;;x',
        '2026-05-14;08:53;Benchmark do setor;Setor de referência;Consultoria;;;;;x',
        '2026-05-14;08:53;Benchmark do setor;Variação semanal no setor;Sem alterações na última semana;;;;;x',
        '2026-05-14;08:53;Pessoas na sua rede;Estabelecer sua marca profissional;13,22;pontos;13.22;0-25;;x',
        '2026-05-14;08:53;Benchmark;SSI médio da rede;36 de 100;pontos;36;0-100;;x',
      ),
    );
    expect(file.rejected).toEqual([]);
    expect(file.rows.snapshots).toMatchObject([
      {
        day: '2026-05-14',
        readAt: Date.parse('2026-05-14T08:53:00-03:00'),
        shownTotal: 52,
        scores: { brand: 20.998, people: 6.5, insights: 9.55, relationships: 15 },
        rank: { industry: 10, network: 13 },
        average: { industry: { total: 35 }, network: { total: 36 } },
      },
    ]);
  });

  test('one day beyond twelve tells the order of all dates', async () => {
    const dayFirst = await read('date,ssi\n03/04/2026,50\n13/04/2026,51');
    expect(dayFirst.rows.totals.map((row) => row.day)).toEqual(['2026-04-03', '2026-04-13']);
    const monthFirst = await read('date,ssi\n03/04/2026,50\n03/14/26,51');
    expect(monthFirst.rows.totals.map((row) => row.day)).toEqual(['2026-03-04', '2026-03-14']);
  });

  test('dates that can be read both ways are asked about, and the answer is used', async () => {
    const text = 'date,ssi\n05/05/2026,49\n03/04/2026,50\n05/06/2026,51';
    expect(value(await readImport(text, options, () => undefined))).toMatchObject({
      state: 'ask',
      question: {
        kind: 'date-order',
        example: '03/04/2026',
        choices: [{ value: 'day-first' }, { value: 'month-first' }],
      },
    });
    expect((await read(text, { answers: { 'date-order': 'day-first' } })).rows.totals[1]?.day).toBe('2026-04-03');
    expect((await read(text, { answers: { 'date-order': 'month-first' } })).rows.totals[1]?.day).toBe('2026-03-04');
  });

  test('an instant belongs to the member’s own day', async () => {
    const file = await read('timestamp,ssi\n2026-05-13T02:30:00Z,53');
    expect(file.rows.totals).toMatchObject([{ day: '2026-05-12', readAt: Date.parse('2026-05-13T02:30:00Z') }]);
  });

  test('rows that make no sense are listed with their reason and number, and the others come in', async () => {
    const file = await read(
      lines(
        'date,total,brand,people,insights,relationships',
        '2026-05-12,53,21.048,6.5,10.25,15',
        '2026-05-13,54,26,6.5,10.25,15',
        '2026-05-14,0,0,0,0,0',
        '2026-02-30,53,21.048,6.5,10.25,15',
        '2026-05-15,70,21.048,6.5,10.25,15',
        '2026-05-16,,,,,',
        '2026-12-24,53,21.048,6.5,10.25,15',
        '2026-05-17,53,-1,6.5,10.25,15',
        '2026-05-18,"=HYPERLINK(""http://x"")",=1+1,6.5,10.25,15',
        '2026-05-19,50,20,5,10,15',
        '2026-05-19,51,21,5,10,15',
      ),
    );
    expect(file.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'out-of-range'],
      [4, 'all-zero'],
      [5, 'no-date'],
      [6, 'does-not-add-up'],
      [7, 'no-score'],
      [8, 'future'],
      [9, 'out-of-range'],
      [10, 'not-a-number'],
      [11, 'repeated'],
    ]);
    expect(file.rows.snapshots.map(({ day, shownTotal }) => [day, shownTotal])).toEqual([
      ['2026-05-12', 53],
      ['2026-05-19', 51],
    ]);
  });

  test('a table longer than a window keeps every row, also with line ends in quotes', { timeout: 30_000 }, async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, n) =>
        `"${1950 + Math.floor(n / 336)}-${String(Math.floor((n % 336) / 28) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}",${(n % 99) + 1},"a\nb"`,
    );
    const file = await read(['date,ssi,note', ...rows].join('\n'), { today: '2026-10-16' });
    // The instants before 1970 are none a reading can have.
    expect(file.rows.totals.length + file.rejectedCount).toBe(20_000);
    expect(new Set(file.rejected.map(({ reason }) => reason))).toEqual(new Set(['no-date']));
    expect(file.rows.totals.length).toBe(20_000 - 20 * 336);
  });
});

describe('LinkedInActivityTracker', () => {
  const entry = {
    timestamp: '2026-05-12T17:55:00.000Z',
    total: 53,
    professionalBrand: 21.048,
    findRightPeople: 6.5,
    engageWithInsights: 10.25,
    buildRelationships: 15,
    source: 'automatic',
  };
  const root = (days: unknown) => JSON.stringify({ schemaVersion: 3, settings: {}, days, diagnostics: [] });

  test('every entry of a day is read, and the last one stays', async () => {
    const later = { ...entry, timestamp: '2026-05-12T20:00:00.000Z', total: 52, insights: 1, engageWithInsights: 9.5 };
    const file = await read(
      root({
        '2026-05-12': { dayKey: '2026-05-12', stats: { ssi: later }, ssiEntries: [entry, later] },
        '2026-05-13': { stats: { ssi: { timestamp: '2026-05-13T12:00:00Z', total: 51 } } },
      }),
    );
    expect(file.kind).toBe('activity-tracker');
    expect(file.rows.snapshots).toMatchObject([{ day: '2026-05-12', shownTotal: 52, scores: { insights: 9.5 } }]);
    expect(file.rows.totals).toMatchObject([{ day: '2026-05-13', total: 51 }]);
  });

  test('an entry of zeros is listed, and one of another kind', async () => {
    const file = await read(
      root({ '2026-05-12': { ssiEntries: [{ timestamp: '2026-05-12', total: 0 }, 'x', entry] } }),
    );
    expect(file.rejected.map(({ reason }) => reason)).toEqual(['all-zero', 'not-a-row']);
    expect(file.rows.snapshots).toHaveLength(1);
  });
});

describe('files that are not ours', () => {
  test.each([
    ['another product’s JSON', '{"name":"x","version":1}', 'import-not-recognised'],
    ['a list', '[1,2,3]', 'import-not-recognised'],
    ['JSON cut off', '{"format":"ssi-scorecard","version":1,"snapshots":[{"member":', 'import-not-recognised'],
    ['a page', '<!doctype html><html><body>date,total</body></html>', 'import-web-page'],
    ['nothing', '', 'import-not-recognised'],
    ['a table of something else', 'date,steps\n2026-05-12,9000', 'import-not-recognised'],
    ['headings and no rows', 'date,total\n', 'import-empty'],
    ['a newer backup', `{"format":"ssi-scorecard","version":${backupVersion + 1}}`, 'import-newer'],
    ['a backup without a version', '{"format":"ssi-scorecard","snapshots":[]}', 'import-not-recognised'],
    ['an empty backup', '{"format":"ssi-scorecard","version":1,"snapshots":[]}', 'import-empty'],
  ])('%s', async (_, text, error) => {
    expect(await readImport(text, options, () => undefined)).toEqual({ ok: false, error });
  });

  test('a backup whose numbers were changed by hand loses only those rows', async () => {
    const good = sampleSnapshot();
    const wrong = sampleSnapshot({ day: '2026-05-13', total: 99 });
    const file = await read(JSON.stringify({ format: 'ssi-scorecard', version: 1, snapshots: [good, wrong, null, 7] }));
    expect(file.rows.snapshots).toEqual([good]);
    expect(file.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'not-a-row'],
      [3, 'not-a-row'],
      [4, 'not-a-row'],
    ]);
    expect(file.rows.members).toEqual([{ id: 'unknown', since: good.readAt }]);
  });
});
