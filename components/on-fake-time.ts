import { afterEach, beforeEach, vi } from 'vitest';

/** Lets the tests of a file render components while no time passes but what they let pass. */
export function renderOnFakeTime(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}
