import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { defineConfig, type EnvironmentOptions, type Plugin, type Rolldown } from 'vite';

const root = import.meta.dirname;
/** Where the built extensions go; a second builder working beside the first names another folder. */
const destination = join(root, process.env['DIST'] ?? 'dist');
const chromium = join(destination, 'chromium');

/** What is bundled, one after the other, and a file of each: once all are there, the extension can be packed. */
const bundles = {
  pages: 'popup/index.html',
  importer: 'importer/importer.js',
  content: 'content.js',
  background: 'background.js',
} as const;

/** What each bundle told of the licences of its packages. */
const licences = new Map<string, string>();

interface Manifest {
  readonly permissions: readonly string[];
  readonly action: { readonly default_icon: Readonly<Record<string, string>> };
}

const source = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as Manifest;

const panelPage = 'panel/index.html';
/** The same in both browsers. On a Mac Alt types letters. */
const panelKeys = { default: 'Alt+Shift+L', mac: 'MacCtrl+Shift+L' };

/** What `manifest.json`, the one source, leaves to each browser. */
const browserKeys = {
  chromium: {
    minimum_chrome_version: '144',
    background: { service_worker: 'background.js' },
    permissions: [...source.permissions, 'sidePanel'],
    // Firefox needs none: docs/managed.md.
    storage: { managed_schema: 'managed-schema.json' },
    side_panel: { default_path: panelPage },
    commands: { 'open-panel': { suggested_key: panelKeys, description: '__MSG_command_open_panel__' } },
  },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'ssi-scorecard@ssi-scorecard.dev',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
    sidebar_action: {
      default_panel: panelPage,
      default_title: '__MSG_extension_name__',
      default_icon: source.action.default_icon,
      open_at_install: false,
    },
    commands: { _execute_sidebar_action: { suggested_key: panelKeys } },
  },
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** The licences of everything bundled, in one file. */
function joinLicences(): void {
  for (const name of Object.keys(bundles)) {
    const told = join(chromium, `${name}-licences.md`);
    if (!existsSync(told)) continue; // Not bundled anew since the last time.
    licences.set(name, readFileSync(told, 'utf8'));
    rmSync(told);
  }
  const sections = [...licences.values()].flatMap((text) => text.split(/^(?=## )/m));
  const [title = '', ...packages] = new Set(sections.map((section) => `${section.trim()}\n`));
  writeFileSync(join(chromium, 'licences.md'), [title, ...packages.sort()].join('\n'));
}

/** Once all is bundled into `dist/chromium`: the same files for Firefox, each browser's manifest, and a zip of each for the stores. */
function packExtensions(): void {
  joinLicences();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const shared = filesBelow(chromium)
    .filter((file) => file !== 'manifest.json')
    .map((file) => [file, readFileSync(join(chromium, file))] as const);
  for (const [target, keys] of Object.entries(browserKeys)) {
    const folder = join(destination, target);
    const text = `${JSON.stringify({ ...source, version, ...keys }, null, 2)}\n`;
    const files = [['manifest.json', Buffer.from(text)] as const, ...shared];
    if (folder !== chromium) rmSync(folder, { recursive: true, force: true });
    for (const [file, content] of files) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    // A fixed time, or no two zips of one commit would be equal.
    const entries: Zippable = Object.fromEntries(
      files.map(([file, content]) => [file, [content, { mtime: '1980-01-01T12:00:00' }]]),
    );
    writeFileSync(join(destination, `ssi-scorecard-${target}-${version}.zip`), zipSync(entries, { level: 9 }));
  }
}

const packAfterLast = (): Plugin => ({
  name: 'pack-extensions',
  closeBundle() {
    if (Object.values(bundles).every((file) => existsSync(join(chromium, file)))) packExtensions();
  },
});

/**
 * In content scripts and pages the browser's own API in place of `webextension-polyfill`: all browsers from our minimum on answer with promises
 * there, and the polyfill would be a tenth of what LinkedIn's page has to load, and a fifteenth of the popup.
 */
const nativeBrowser = (): Plugin => ({
  name: 'native-browser',
  applyToEnvironment: ({ name }) => name !== 'background',
  enforce: 'pre',
  resolveId: (id) => (id === 'webextension-polyfill' ? '\0native-browser' : null),
  load(id) {
    if (id !== '\0native-browser') return null;
    // A worker of a page has none of it but its database.
    return `export default ${this.environment.name === 'importer' ? 'undefined' : 'chrome'};`;
  },
});

/** In the content script JSX makes elements; the pages keep Preact. */
const elementsOfJsx = (): Plugin => ({
  name: 'elements-of-jsx',
  applyToEnvironment: ({ name }) => name === 'content',
  enforce: 'pre',
  resolveId: (id) => (id === 'preact/jsx-runtime' ? join(root, 'src/content/badges/jsx-runtime.ts') : null),
});

/**
 * Papa Parse as its authors wrote it, not its minified copy, without its downloads and Node's streams: nothing of ours calls those, and
 * nobody has to believe it of what is not there.
 */
const readableParser = (): Plugin => ({
  name: 'readable-parser',
  enforce: 'pre',
  resolveId: (id) => (id === 'papaparse' ? join(root, 'node_modules/papaparse/papaparse.js') : null),
  transform(code, id) {
    if (!id.endsWith('/papaparse/papaparse.js')) return null;
    const [download, stream] = ['new XMLHttpRequest()', "typeof PAPA_BROWSER_CONTEXT === 'undefined'"];
    if (!code.includes(download) || !code.includes(stream))
      throw new Error('Papa Parse has changed: see how it downloads and streams now.');
    return { code: code.replaceAll(download, 'undefined').replaceAll(stream, 'false'), map: null };
  },
});

/** Styles that travel inside of a script keep their lines: reviewers and members can read them, too. */
const readableStyles = (): Plugin => ({
  name: 'readable-styles',
  applyToEnvironment: ({ name }) => name === 'content',
  enforce: 'post',
  transform(code, id) {
    const styles = id.endsWith('.css?inline') && /^export default (".*");?$/s.exec(code.trim())?.[1];
    if (typeof styles !== 'string') return null;
    const text = (JSON.parse(styles) as string).replaceAll(/[\\`]|\$\{/g, '\\$&');
    return { code: `export default \`${text}\`;`, map: null };
  },
});

/** A script that must be one file: content scripts cannot be modules, and one file leaves the page nothing to find. */
function singleFile(name: string, output: { readonly banner?: string } = {}): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      emptyOutDir: false,
      copyPublicDir: false,
      license: { fileName: `${name}-licences.md` },
      rolldownOptions: {
        input: join(root, `src/${name}/${name}.ts`),
        output: { format: 'iife', entryFileNames: `${name}.js`, ...output },
      },
    },
  };
}

/** What each page opens with, by its first script. Popup and scorecard begin with a frame that was kept, and load the rest after it; the scorecard its lower cards after that. */
const openings = {
  'first-frame': 'popup/popup.ts',
  popup: 'popup/draw-popup.tsx',
  panel: 'panel/panel.tsx',
  scorecard: 'scorecard/draw-scorecard.tsx',
  'lower-cards': 'scorecard/lower-cards.ts',
} as const;
type Opening = keyof typeof openings;
type Modules = Pick<Rolldown.PluginContext, 'getModuleInfo'>;

const found = new Map<string, ReadonlySet<string>>();

/** The modules that the first script of `opening` imports, directly or not: those that it opens with, and with `later` those, too, that it may load one day. */
function modulesOf(opening: Opening, modules: Modules, later = false): ReadonlySet<string> {
  const key = `${opening} ${later}`;
  const known = found.get(key);
  if (known) return known;
  const all = new Set<string>();
  const follow = (id: string): void => {
    const { importedIds = [], dynamicallyImportedIds = [] } = modules.getModuleInfo(id) ?? {};
    for (const imported of later ? [...importedIds, ...dynamicallyImportedIds] : importedIds) {
      if (all.has(imported)) continue;
      all.add(imported);
      follow(imported);
    }
  };
  follow(join(root, 'src', openings[opening]));
  found.set(key, all);
  return all;
}

/**
 * The file that a module goes into, of those that pages open with: one for each combination of pages in place of dozens, and one for what only the
 * scorecard opens with and for its lower cards, for each file is a question to the browser of its own. What popup or panel may load one day stays apart:
 * they would load all of it.
 */
function fileOf(id: string, modules: Modules): string | null {
  const has = (opening: Opening) => modulesOf(opening, modules).has(id);
  const mayLoad = (opening: Opening) => modulesOf(opening, modules, true).has(id);
  if (id.endsWith('.css')) return null;
  if (has('first-frame')) return 'first-frame';
  const pages = (['popup', 'panel', 'scorecard'] as const).filter(has);
  if (pages.length > 1) return pages.join('-');
  if (mayLoad('popup') || mayLoad('panel')) return null;
  return has('scorecard') ? 'scorecard' : has('lower-cards') ? 'lower-cards' : null;
}

export default defineConfig({
  root: join(root, 'src'),
  publicDir: join(root, 'public'),
  base: '/',
  plugins: [nativeBrowser(), elementsOfJsx(), readableParser(), readableStyles(), packAfterLast()],
  build: {
    outDir: chromium,
    target: ['chrome144', 'firefox140'],
    // Reviewers and members can read what runs.
    minify: false,
    modulePreload: {
      polyfill: false,
      // What is loaded later names what it needs in its first lines: to tell the browser before it has read them takes the page longer than it saves.
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((file) => file.endsWith('.css')),
    },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  environments: {
    pages: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        license: { fileName: 'pages-licences.md' },
        rolldownOptions: {
          input: {
            popup: join(root, 'src/popup/index.html'),
            panel: join(root, 'src/panel/index.html'),
            scorecard: join(root, 'src/scorecard/index.html'),
          },
          output: {
            entryFileNames: '[name]/[name].js',
            chunkFileNames: 'shared/[name].js',
            codeSplitting: {
              groups: [{ debugName: 'opened-together', name: fileOf }],
              includeDependenciesRecursively: false,
            },
            assetFileNames: 'shared/[name][extname]',
          },
        },
      },
    },
    // Apart from the pages, which would be cut into smaller files by what they share with it.
    importer: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        copyPublicDir: false,
        license: { fileName: 'importer-licences.md' },
        rolldownOptions: {
          input: { importer: join(root, 'src/store/write/import-worker.ts') },
          output: { entryFileNames: 'importer/[name].js', chunkFileNames: 'importer/[name].js' },
        },
      },
    },
    // Chromium's hint to prepare all functions at once (V8's explicit compile hints, from Chrome 136 on): one after the other, each when it is
    // first called, they cost LinkedIn's page more, and while the member waits.
    content: singleFile('content', { banner: '//# allFunctionsCalledOnLoad' }),
    background: singleFile('background'),
  },
  builder: {
    async buildApp(builder) {
      // Here and not by the bundler: watching, it builds all at once, and the first would be emptied away by another.
      rmSync(chromium, { recursive: true, force: true });
      for (const name of Object.keys(bundles)) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});
