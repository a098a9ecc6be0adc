import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const root = join(import.meta.dirname, '../..');

/**
 * A script for a page of any browser: what the module text `source` exports, with all that it imports, in a global variable `name`. Its
 * imports are relative to the repository: `./src/…`.
 */
export async function bundleScript(name: string, source: string): Promise<string> {
  const entry = join(root, `${name}.virtual.ts`);
  const inMemory: Plugin = {
    name: 'in-memory',
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? source : null),
  };
  const result = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [inMemory],
    build: {
      write: false,
      minify: false,
      target: ['chrome144', 'firefox140'],
      lib: { entry, name, formats: ['iife'] },
    },
  });
  const bundles = Array.isArray(result) ? result : [result];
  const [chunk] = bundles.flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`${name} was not bundled.`);
  return chunk.code;
}
