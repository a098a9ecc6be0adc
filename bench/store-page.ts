// Runs in a page of the extension, which the benchmark adds to a copy of it: hands the store's measurements to the benchmark.
import { measureFiles, measureHistory, measureHostileFiles } from './store';

Object.assign(globalThis, { storeBench: { measureFiles, measureHistory, measureHostileFiles } });
