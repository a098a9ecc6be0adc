import { chromium, type BrowserContext } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumArguments } from '../linkedin/linkedin-server';
import { builtExtension, chromiumExecutable } from './extension-test';
import { fontEnvironment } from './test-fonts';

/** How to start a browser on a profile in which the extension is installed for good. */
export interface InstalledLaunch {
  readonly linkedin?: { readonly port: number; readonly spki: string };
  /** IANA time zone of the whole browser. */
  readonly timeZone?: string;
}

/** Starts Chromium on `profile`: the second time on the same one is a real restart, with `runtime.onStartup` and kept alarms. */
export async function launchInstalled(
  profile: string,
  { linkedin, timeZone }: InstalledLaunch = {},
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumExecutable(),
    headless: true,
    chromiumSandbox: false,
    locale: 'en-US',
    ignoreDefaultArgs: ['--disable-extensions'],
    env: {
      ...(process.env as Record<string, string>),
      ...fontEnvironment(),
      LANGUAGE: 'en_US',
      ...(timeZone && { TZ: timeZone }),
    },
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=en-US',
      '--enable-unsafe-extension-debugging',
      ...(linkedin ? chromiumArguments(linkedin) : ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']),
    ],
  });
}

/** A bit of the profile's record of an extension: it was loaded by a debugger and goes when the browser ends (found in Chromium 156). */
const goesAtTheEnd = 0x8000;

interface Preferences {
  extensions: { settings: Record<string, { creation_flags: number }> };
  message_center?: { disabled_extension_ids: string[] };
}

async function changePreferences(profile: string, change: (preferences: Preferences) => void): Promise<void> {
  const path = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(path, 'utf8')) as Preferences;
  change(preferences);
  await writeFile(path, JSON.stringify(preferences));
}

/**
 * Installs the built extension in an empty profile, as "Load unpacked" does. What is given on the command line (`--load-extension`) is installed
 * anew at every start instead: no `onStartup`, no kept alarms. Returns the extension's id.
 */
export async function installInto(profile: string, launch: InstalledLaunch = {}): Promise<string> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ extensions: { ui: { developer_mode: true } } }),
  );
  const context = await launchInstalled(profile, launch);
  const browser = await context.browser()?.newBrowserCDPSession();
  // Younger than Playwright's types.
  const send = browser?.send.bind(browser) as unknown as (
    method: string,
    parameters: object,
  ) => Promise<{ id: string }>;
  const { id } = await send('Extensions.loadUnpacked', { path: builtExtension });
  await context.close();
  await changePreferences(profile, (preferences) => {
    const installed = preferences.extensions.settings[id];
    if (!installed) throw new Error('The browser has not written down that it installed the extension.');
    installed.creation_flags &= ~goesAtTheEnd;
  });
  return id;
}

/** Blocks the extension's notifications, as the browser's settings do. The browser must not be running. */
export async function blockNotifications(profile: string, extensionId: string): Promise<void> {
  await changePreferences(profile, (preferences) => {
    preferences.message_center = { disabled_extension_ids: [extensionId] };
  });
}
