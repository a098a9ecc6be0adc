// Property tests begin with one seed, too.
import fc from 'fast-check';
import { seed } from './long-runs';

fc.configureGlobal({ seed });
