import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { preProcessFile } from 'typescript';

const ending = /\.(tsx?|mjs)$/;

/**
 * The circles among modules: every set of modules that reach each other through imports, each sorted. `sources` maps the path of a module,
 * without its ending, to its text. Imports of types count, also `import('…')` inside a type; what is imported from elsewhere does not.
 */
export function importCycles(sources: ReadonlyMap<string, string>): string[][] {
  const imports = new Map<string, string[]>();
  for (const [path, text] of sources) {
    const names = preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    imports.set(
      path,
      names
        .filter((name) => name.startsWith('.'))
        .map((name) => join(dirname(path), name.replace(ending, '')))
        .filter((target) => sources.has(target)),
    );
  }
  // The few hundred modules of a project allow the plain way: what each one reaches.
  const reached = new Map([...sources.keys()].map((path) => [path, reach(path)]));
  function reach(from: string): Set<string> {
    const found = new Set<string>();
    const waiting = [...(imports.get(from) ?? [])];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (found.has(path)) continue;
      found.add(path);
      waiting.push(...(imports.get(path) ?? []));
    }
    return found;
  }
  const circles = [...sources.keys()]
    .filter((path) => reached.get(path)?.has(path))
    .map((path) =>
      [...sources.keys()].filter((other) => reached.get(path)?.has(other) && reached.get(other)?.has(path)),
    );
  return [...new Map(circles.map((circle) => [circle.sort().join(' '), circle])).values()];
}

/** The modules of a folder and those below it, as `importCycles` takes them; paths are relative to the folder. */
export function modulesOf(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(({ name }) => ending.test(name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).replace(ending, ''), readFileSync(file, 'utf8')]),
  );
}
