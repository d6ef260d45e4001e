import { describe, expect, it } from 'vitest';
import { caveatsOf, mediaSentences } from './caveats';

const whole = {
  media: { inputFiles: 0, inputImages: 0, outputImages: 0 },
  timesThrottled: false,
  context: { turns: 2, textLength: 100, complete: true },
};

describe('where a number is less than the whole', () => {
  it('is nowhere for a prompt of text that was fully seen', () => {
    expect(caveatsOf(whole)).toEqual([]);
  });

  it.each(['inputFiles', 'inputImages', 'outputImages'] as const)('is said for %s', (kind) => {
    const media = { ...whole.media, [kind]: 2 };
    expect(caveatsOf({ ...whole, media })).toEqual(['media']);
    expect(mediaSentences(media)).toEqual([expect.stringMatching(/^2 .*not.* counted/)]);
  });

  it('is said for a hidden tab and for turns that were never shown', () => {
    expect(
      caveatsOf({ ...whole, timesThrottled: true, context: { ...whole.context, complete: false } }),
    ).toEqual(['throttled', 'context']);
  });
});
