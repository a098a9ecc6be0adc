#!/bin/sh
# Firefox on Linux: fonts that a fontconfig file names are found, chosen and reported, and painted as boxes.
#
# A test that wants the same letters on every machine names a font of an npm package in a fontconfig file and hands it over in FONTCONFIG_FILE.
# Chromium and fc-match then use it. Firefox chooses the font, too, but the sandbox of its content processes may read only folders of fonts that
# it knows, so that no glyph can be loaded: every character, of whatever width, takes exactly one em, and nothing is said in the console. Layouts
# come out a third wider, which looks like larger text and not like missing glyphs when only sizes are looked at. A good engineer would guess
# that a browser that picks a font can also read it, or falls back to one that it can. Once the folder is named in the preference for such
# folders (`security.sandbox.content.read_path_whitelist`), the letters are there.
#
# Seen 2026-11-29 with Firefox ESR 153 (Debian firefox-esr), puppeteer-core 24.43.1, @expo-google-fonts/noto-sans 0.4.2.
# Run: sh findings/firefox-paints-boxes-with-a-fontconfig-file.sh (needs Linux, Node, npm and Firefox; FIREFOX names another than /usr/bin/firefox-esr)
# Ends with 0 while it is so, and with 1 when it is not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund puppeteer-core@24.43.1 @expo-google-fonts/noto-sans@0.4.2
"${FIREFOX:-/usr/bin/firefox-esr}" --version
cat >run.mjs <<'JS'
import { writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';

const fonts = `${process.cwd()}/node_modules/@expo-google-fonts/noto-sans/400Regular`;
await writeFile('fonts.conf', `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${process.cwd()}/cache</cachedir></fontconfig>`);

/** Widths in em of narrow and wide letters, ten of each. */
async function widths(preferences) {
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', headless: true,
    env: { ...process.env, FONTCONFIG_FILE: `${process.cwd()}/fonts.conf` }, extraPrefsFirefox: preferences,
  });
  const page = await browser.newPage();
  await page.setContent('<span style="font: 20px Noto Sans">iiiiiiiiii</span> <span style="font: 20px Noto Sans">WWWWWWWWWW</span>');
  const found = await page.$$eval('span', (spans) => spans.map((span) => Math.round(span.getBoundingClientRect().width / 20) / 10));
  await browser.close();
  return found;
}

const plain = await widths({});
const named = await widths({ 'security.sandbox.content.read_path_whitelist': `${fonts}/` });
console.log(`An i and a W, in em: ${plain.join(' and ')}; with the folder named: ${named.join(' and ')}.`);
process.exitCode = plain[0] === 1 && plain[1] === 1 && named[0] < 0.5 && named[1] > 0.8 && named[0] < named[1] ? 0 : 1;
JS
node run.mjs
