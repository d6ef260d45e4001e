/** Pages whose labels are in another language: the marks that decide are the same. */
import type { PageConfig } from '../../../sites/types';
import type { Situation } from '../types';

const QUESTION = 'How do tides work?';

const LANGUAGE_NAMES = { tr: 'Turkish', ja: 'Japanese', de: 'German', ar: 'Arabic' } as const;
type Language = Extract<PageConfig['language'], keyof typeof LANGUAGE_NAMES>;

const answered = (language: Language): Situation => ({
  id: `language-${language}-answer`,
  group: 'in other languages',
  title: `A whole answer with thinking, labels in ${LANGUAGE_NAMES[language]}`,
  fullOnly: true,
  play: async (stage) => {
    await stage.open('old', { history: 2, language, plan: { thinkingMs: 2_200, firstTokenMs: 200 } });
    await stage.send(QUESTION);
    await stage.idle();
  },
  expect: [
    {
      also: ({ layout, site, thinking }) => {
        // No sign of thinking is known on this layout.
        if (layout === 'chatgpt-d') return null;
        if (!thinking.seen) return 'the thinking was not seen';
        // Gemini states no duration.
        const stated = thinking.statedSeconds;
        return site === 'gemini' || stated === 2 ? null : `${stated} s of thinking, not 2`;
      },
    },
  ],
});

const stopped = (language: Language): Situation => ({
  id: `language-${language}-stop`,
  group: 'in other languages',
  title: `Stop after the first token, labels in ${LANGUAGE_NAMES[language]}`,
  fullOnly: true,
  play: async (stage) => {
    const slow = { minCharacters: 500, pauses: [{ afterChunk: 14, ms: 9_000 }] };
    await stage.open('old', { history: 2, language, plan: slow });
    await stage.send(QUESTION);
    await stage.grown(60);
    await stage.click('stop');
    await stage.idle();
  },
});

export const LANGUAGES: readonly Situation[] = (['tr', 'ja', 'de', 'ar'] as const).flatMap((language) => [
  answered(language),
  stopped(language),
]);
