import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const folder = resolve(import.meta.dirname, '../../.cache/fonts');

/** A font family that tests bring along, with the folders of its TTF files: Chromium paints nothing with WOFF2 files of the system. */
interface TestFont {
  readonly family: string;
  readonly folders: readonly string[];
}

/** `weights` are folders of the package whose `package.json` this is. */
const fontOf = (family: string, packageFile: string, weights: readonly string[]): TestFont => ({
  family,
  folders: weights.map((weight) => join(dirname(packageFile), weight)),
});

const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold'];
const notoSans = fontOf('Noto Sans', require.resolve('@expo-google-fonts/noto-sans/package.json'), weights);
const dejaVuSans = fontOf('DejaVu Sans', require.resolve('dejavu-fonts-ttf/package.json'), ['ttf']);
const arimo = fontOf('Arimo', require.resolve('@expo-google-fonts/arimo/package.json'), weights);
const arabic = fontOf('Noto Sans Arabic', require.resolve('@expo-google-fonts/noto-sans-arabic/package.json'), weights);
/** Kana one em wide, as in most systems' fonts, in a fifth of the room of Noto's. */
const japanese = fontOf('BIZ UDGothic', require.resolve('@expo-google-fonts/biz-udgothic/package.json'), [
  '400Regular',
  '700Bold',
]);

/**
 * What a browser under test finds instead of the machine's fonts. The first is the system's font and everybody's, whatever name is asked for;
 * what it lacks comes from those after it. Pictures are made with `noto-sans`. The product holds with the widest of the common system fonts,
 * `dejavu-sans`, and with Arial's widths, which `arimo` has. `no-arabic` is there to show that missing letters are noticed.
 */
const fontSets = {
  'noto-sans': [notoSans, arabic, japanese],
  'dejavu-sans': [dejaVuSans, japanese],
  arimo: [arimo, arabic, japanese],
  'no-arabic': [notoSans, japanese],
} satisfies Record<string, readonly TestFont[]>;

export type FontSet = keyof typeof fontSets;

/** Why this system's browsers cannot be given fonts; undefined where they can. */
export const noTestFonts =
  process.platform === 'linux'
    ? undefined
    : `Browsers on ${process.platform} take their fonts from the system, not from fontconfig: pictures are not compared, and the widest and narrowest fonts not tried.`;

const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Nothing of the machine's own: no other folder, no file of the user's, no setting that is left open. */
function fontconfigOf(fonts: readonly TestFont[]): string {
  const folders = fonts.flatMap((font) => font.folders).map((path) => `  <dir>${inXml(path)}</dir>`);
  const families = fonts.map(({ family }) => `<string>${family}</string>`).join('');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.join('\n')}
  <cachedir>${inXml(join(folder, 'cache'))}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last" binding="same">${families}</edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
    <edit name="lcdfilter" mode="assign"><const>lcdnone</const></edit>
    <edit name="embeddedbitmap" mode="assign"><bool>false</bool></edit>
  </match>
</fontconfig>
`;
}

/** The variables that give a browser these fonts and no others. Elsewhere than on Linux they change nothing: see `noTestFonts`. */
export function fontEnvironment(set: FontSet = 'noto-sans'): { readonly FONTCONFIG_FILE: string } {
  const file = join(folder, `${set}.conf`);
  mkdirSync(folder, { recursive: true });
  // Browsers of other workers may be reading it: it is there as a whole or not at all.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, fontconfigOf(fontSets[set]));
  renameSync(unfinished, file);
  return { FONTCONFIG_FILE: file };
}

/** Every folder with fonts of the tests' own: Firefox paints boxes one em wide where the sandbox of its pages may not read a font's file. */
export const fontFolders: readonly string[] = [
  ...new Set(Object.values(fontSets).flatMap((fonts) => fonts.flatMap((font) => font.folders))),
];
