// Runs in a page of the extension, which the benchmark adds to a copy of it: hands the store's measurements to the benchmark.
import { measureFiles, measureHostileFiles, measureQueries, measureRecording } from './store';

Object.assign(globalThis, { storeBench: { measureFiles, measureHostileFiles, measureQueries, measureRecording } });
