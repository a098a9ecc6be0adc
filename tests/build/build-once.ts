import { rmSync } from 'node:fs';
import { buildInto, builtOnce } from './built-extensions';

/** Before the first test of this folder; what is returned comes after the last. */
export default async function buildOnce(): Promise<() => void> {
  await buildInto('.cache/build-once');
  return () => {
    rmSync(builtOnce, { recursive: true, force: true });
  };
}
