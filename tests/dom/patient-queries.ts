// Set up before every test with a DOM.
import { configure } from '@testing-library/preact';

/** In milliseconds. What is waited for comes at once; beside the browser tests "at once" has taken more than the one second that is usual. */
export const patience = 30_000;

configure({ asyncUtilTimeout: patience });
