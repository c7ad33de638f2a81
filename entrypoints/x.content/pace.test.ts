import { describe, expect, it } from 'vitest';
import { Pace } from './pace';

describe('Pace', () => {
  let now = 0;
  const pace = (): Pace => new Pace(10, 5, () => now);

  it('is not too fast as long as tweets come as they are read', () => {
    const reading = pace();
    for (let tweet = 0; tweet < 50; tweet++) {
      expect(reading.isTooFast).toBe(false);
      reading.note(1);
      now += 100;
    }
  });

  it('lets a burst pass, and after more than that waits until it could have been read', () => {
    const flying = pace();
    flying.note(4);
    expect(flying.isTooFast).toBe(false);
    flying.note(1_000);
    expect(flying.isTooFast).toBe(true);
    now += 200;
    expect(flying.isTooFast).toBe(true);
    now += 100;
    expect(flying.isTooFast).toBe(false);
  });

  it('does not waver where tweets come a little too fast', () => {
    const hurrying = pace();
    let changes = 0;
    let before = false;
    for (let tweet = 0; tweet < 100; tweet++) {
      now += 70;
      hurrying.note(1);
      if (hurrying.isTooFast !== before) changes++;
      before = hurrying.isTooFast;
    }
    expect([before, changes]).toEqual([true, 1]);
  });
});
