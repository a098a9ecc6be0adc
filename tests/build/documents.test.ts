// The documents say what is: links lead somewhere, commands are there, files exist, and what is cheap is really run.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from '../../scripts/store-packages';
import { repository } from './built-extensions';

const run = promisify(execFile);
const files = sourceFiles(repository);
const documents = files.filter((file) => file.endsWith('.md'));
const textOf = new Map(documents.map((file) => [file, readFileSync(join(repository, file), 'utf8')]));
const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '');

/** The anchors that GitHub gives the headings of a document. */
function anchorsOf(document: string): string[] {
  return [...(textOf.get(document) ?? '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

describe.each(documents)('%s', (document) => {
  const text = textOf.get(document) ?? '';
  const inline = [...text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

  test('links to nothing that is not there', () => {
    // Pictures are links, too.
    const dead = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^(https?|mailto):/.test(target))
      .filter((target) => {
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? document : normalize(join(dirname(document), path)).replaceAll('\\', '/');
        if (!existsSync(join(repository, file))) return true;
        return anchor !== undefined && !anchorsOf(file).includes(anchor);
      });
    expect(dead).toEqual([]);
  });

  test('names no command that is not there', () => {
    const lines = [...text.matchAll(/^```(?:sh|bash)\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
      block.split('\n'),
    );
    const commands = [...lines, ...inline].map((line) => line.replace(/\s#.*/, '').trim());
    expect(commands.map(whatIsMissing).filter(Boolean)).toEqual([]);
  });

  test('names no file of ours that is not there', () => {
    // It names files of the repositories that the captures came from.
    if (document === 'tests/linkedin/captures/README.md') return;
    const missing = inline.filter((code) => looksLikeOurFile(code) && !isThere(code, document));
    expect(missing).toEqual([]);
  });
});

/** What of a command does not exist; an empty string when all does, or when it is no command of ours. */
function whatIsMissing(command: string): string {
  const [, script] = /\bnpm (?:run )?([a-z-]+)/.exec(command) ?? [];
  const ofNpm = ['ci', 'install', 'audit', 'run', 'version', 'view', 'config'];
  if (script !== undefined && !ofNpm.includes(script) && !(script in scripts)) return command;
  const [, tool, rest = ''] = /\bnpx ([a-z-]+)(.*)/.exec(command) ?? [];
  if (tool !== undefined && !existsSync(join(repository, 'node_modules/.bin', tool))) return command;
  const [, node] = /\bnode ([\w/.-]+\.m?js)/.exec(command) ?? [];
  if (node !== undefined && !existsSync(join(repository, node))) return command;
  // Vitest and Playwright take the beginning of a path.
  const paths = rest.match(/\btests\/[\w/.-]+/g) ?? [];
  return paths.every((path) => files.some((file) => file.startsWith(path))) ? '' : command;
}

const topLevel = new Set(files.map((file) => file.split('/')[0] ?? ''));

function looksLikeOurFile(code: string): boolean {
  if (!/^[\w./*{},<>-]+$/.test(code)) return false;
  // A bare name of a source file or document.
  if (/^[\w.-]+\.(tsx?|mjs|md|ya?ml|css)$/.test(code)) return true;
  return code.includes('/') && topLevel.has(code.split('/')[0] ?? '');
}

/** `tests/dom/read-*`, `scripts/{a,b}.ts` and `store/listing/<language>.md` as what they match, and everything below. */
function globOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+]/g, '\\$&')
    .replaceAll(/<\w+>|\*+/g, '[^/]*')
    .replaceAll(/\{([^}]+)\}/g, (_, names: string) => `(${names.replaceAll(',', '|')})`);
  return new RegExp(`^${source}`);
}

function isThere(code: string, document: string): boolean {
  const pattern = code.replace(/\/$/, '');
  if (/[*{<]/.test(pattern)) return files.some((file) => globOf(pattern).test(file));
  const beside = normalize(join(dirname(document), pattern)).replaceAll('\\', '/');
  if ([pattern, beside].some((path) => existsSync(join(repository, path)))) return true;
  // A bare name, or one that leaves out its ending.
  return files.some((file) => file.endsWith(`/${pattern}`) || file.startsWith(`${pattern}.`));
}

describe('commands of the documents really run', () => {
  const quoted = [...textOf.values()].join('\n');
  // Without what this runner tells its own children.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV)/.test(name)),
  );
  const options = {
    cwd: repository,
    env: environment,
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  };

  // `npm run build` is run by build.test.ts, and the linter over everything by `npm test`.
  test('npx vitest run tests/unit/trend.test.ts', async () => {
    const command = 'npx vitest run tests/unit/trend.test.ts';
    expect(quoted).toContain(command);
    const [program = '', ...parameters] = command.split(' ');
    const { stdout } = await run(program, parameters, options);
    expect(stdout).toMatch(/Tests .*\d passed/);
  });

  test.each(['start', 'bench', 'package'])(
    'npm run %s says what its options are when it does not know one',
    async (name) => {
      const failed = run(process.execPath, [`scripts/${name}.mjs`, '--no-such-option'], options);
      await expect(failed).rejects.toThrow('What to do: use none');
    },
  );
});

describe('the workflows of CI', () => {
  const workflows = files.filter((file) => /^\.github\/workflows\/.+\.yml$/.test(file) || file === '.ci/run');

  test.each(workflows)('%s runs commands that are there', (file) => {
    const lines = readFileSync(join(repository, file), 'utf8').split('\n');
    const commands = lines.map((line) => /^\s*(?:- )?(?:run: |exec )(.+)$/.exec(line)?.[1] ?? '').filter(Boolean);
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.map(whatIsMissing).filter(Boolean)).toEqual([]);
  });

  test('a release is a dry run unless somebody says otherwise, and asks for no secret', () => {
    const release = readFileSync(join(repository, '.github/workflows/release.yml'), 'utf8');
    expect(release).toMatch(/dry-run:\n(?: {8}.+\n)* {8}default: true\n/);
    expect(release).not.toContain('secrets.');
    for (const step of ['npm test', 'npm audit --omit=dev', 'npm run package -- --check'])
      expect(release).toContain(step);
  });
});

describe('docs/data.md', () => {
  const data = textOf.get('docs/data.md') ?? '';

  test('names every key of storage.local', () => {
    const source = readFileSync(join(repository, 'src/store/local-storage.ts'), 'utf8');
    const [, block = ''] = /localKeys = \{([\s\S]+?)\} as const/.exec(source) ?? [];
    const keys = [...block.matchAll(/: '([\w-]+)'/g)].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !data.includes(`\`${key}\``))).toEqual([]);
  });

  test('names every object store', () => {
    const schema = readFileSync(join(repository, 'src/store/upgrades.ts'), 'utf8');
    const stores = [...schema.matchAll(/createObjectStore\(\s*'([\w-]+)'/g)].map(([, name = '']) => name);
    expect(stores.length).toBeGreaterThan(5);
    expect(stores.filter((name) => !data.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('SECURITY.md', () => {
  const security = textOf.get('SECURITY.md') ?? '';

  test('names for each threat a test that exists', () => {
    const threats = security.split(/^### /m).slice(1);
    expect(threats.length).toBeGreaterThanOrEqual(5);
    for (const threat of threats) {
      const named = [...threat.replaceAll('\\', '').matchAll(/`(tests\/[\w/.-]+)`, “([^”]+)”/g)];
      expect(named.length, threat.split('\n')[0]).toBeGreaterThan(0);
      for (const [, file = '', title = ''] of named) {
        const source = readFileSync(join(repository, file), 'utf8').replaceAll('\\', '');
        expect(source.includes(title), `“${title}” in ${file}`).toBe(true);
      }
    }
  });
});
