import { describe, expect, it } from 'vitest';
import { statedSeconds } from './duration';

describe('a stated duration', () => {
  it.each([
    ['Thought for 12s', 12],
    ['Thought for 8 seconds', 8],
    ['Thought for a moment, 1m 5s', 65],
    ['Reasoned for 1 minute and 2 seconds', 62],
    ['1h 1m 1s', 3661],
    ['12 Sekunden nachgedacht', 12],
    ['1 Min. 20 Sek.', 80],
    ['Réflexion pendant 3 minutes et 4 secondes', 184],
    ['Pensó durante 7 segundos', 7],
    ['Pensou por 1 min 7 seg', 67],
    ['12 秒間考えました', 12],
    ['已思考 2 分 3 秒', 123],
    ['思考了 1 小时 2 分钟', 3720],
    ['5초 동안 생각함', 5],
    ['Думал 2 мин 5 с', 125],
    ['1,5 s', 1.5],
    ['2.5 seconds', 2.5],
    ['Ajatteli 2 minuuttia ja 3 sekuntia', 123],
    ['Pensato per 1 ora e 5 secondi', 3605],
    ['2 分間考えました', 120],
    ['1 मिनट 5 सेकंड', 65],
    ['1 घंटा', 3600],
    ['1 menit 5 detik', 65],
    ['2 minúty', 120],
    ['5 segons', 5],
    ['2 percig gondolkodott', 120],
    ['9초간 생각함', 9],
  ])('is read by its numbers: %s', (text, seconds) => {
    expect(statedSeconds(text)).toBe(seconds);
  });

  it.each([
    '',
    'Thinking',
    'Searched 12 sites',
    'Read 3 files',
    'Step 2',
    'GPT-5',
    '5.2 Thinking',
    '40 sources',
    'Read 3 memories',
    'Read 5 messages',
    'Found 12 matches',
    'Ran 4 searches',
    'Compared 12 hotels',
    'Checked 3 sections',
    '12 minds',
    '250 ms',
    '7 months',
    '3 horses',
    '2 gods',
  ])('is not found in: %s', (text) => {
    expect(statedSeconds(text)).toBeNull();
  });
});
