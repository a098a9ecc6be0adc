import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../../src');

/** Ways to tell one browser from another: by name, by engine, or by an API that only one of them has. */
const tellsBrowsersApart =
  /\b(userAgent(Data)?|getBrowserInfo|getPermissionLevel|isFirefox|isChrom(e|ium)|isEdge|InstallTrigger|mozInnerScreenX)\b|navigator\.vendor|(moz|chrome)-extension:|import\.meta\.env/;

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const read = (file: string) => readFileSync(join(source, file), 'utf8');

describe('differences between browsers', () => {
  it('are told apart in one file; the report of a problem names the browser and decides nothing by it', () => {
    const telling = files
      .filter((file) => tellsBrowsersApart.test(read(file)))
      .map((file) => file.replaceAll('\\', '/'));
    expect(telling.sort()).toEqual(['platform/browser-differences.ts', 'scorecard/about/about-page.tsx']);
    expect(read('scorecard/about/about-page.tsx').match(/\buserAgent\b.*/g)).toEqual(['userAgent,']);
  });

  // Each is in Microsoft's list for Edge and in Firefox, but the sidebar, which is Firefox's alone; whoever adds one looks there first.
  it('are few, because only these parts of the browsers are used', () => {
    const used = files.flatMap((file) => [...read(file).matchAll(/\bbrowser\.([a-z]\w*)/g)].map(([, name]) => name));
    expect([...new Set(used)].sort()).toEqual([
      'action',
      'alarms',
      'commands',
      'i18n',
      'notifications',
      'permissions',
      'runtime',
      'sidebarAction',
      'storage',
      'tabs',
      'windows',
    ]);
  });
});
