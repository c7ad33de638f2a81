import { describe, expect, it } from 'vitest';
import { MOST_TAGS, tidyTag, tidyTags } from './tags';

describe('tags', () => {
  it('are short words, each once', () => {
    expect(tidyTag(' #Winter   STORM, ')).toBe('winter storm');
    expect(tidyTag('#')).toBe('');
    expect(tidyTags(['VIP', 'vip', ' ', 'press'])).toEqual(['vip', 'press']);
    expect(tidyTags(Array.from({ length: 40 }, (_, index) => `t${index}`))).toHaveLength(MOST_TAGS);
  });
});
