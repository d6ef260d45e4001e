import { describe, expect, it } from 'vitest';
import { latinLanguage } from './languages';
import { textMix } from './text-kinds';

/** One text of our own in each language, about the same thing: how bread is made. */
const TEXTS = {
  english:
    'Bread needs flour, water and salt. You mix them, and the dough rests for an hour before it is baked.',
  german:
    'Brot braucht Mehl, Wasser und Salz. Man mischt sie, und der Teig ruht eine Stunde, bevor er in den Ofen kommt.',
  french:
    'Le pain demande de la farine, de l’eau et du sel. On les mélange, puis la pâte repose une heure dans un bol.',
  spanish:
    'El pan necesita harina, agua y sal. Se mezclan y la masa reposa una hora para que suba más en el horno.',
  italian:
    'Il pane ha bisogno di farina, acqua e sale. Si mescolano e la pasta riposa per un’ora nella ciotola.',
  portuguese:
    'O pão precisa de farinha, água e sal. A massa não vai logo ao forno: descansa uma hora com um pano.',
  polish:
    'Do chleba potrzeba mąki, wody i soli. Ciasto nie idzie od razu do pieca, tylko odpoczywa przez godzinę.',
  turkish:
    'Ekmek için un, su ve tuz gerekir. Hamur bir saat dinlenir ve daha sonra çok sıcak bir fırında pişer.',
  latin:
    'Brood heeft meel, water en zout nodig. Het deeg rust een uur en gaat niet meteen de oven in, dat is beter.',
  cyrillic: 'Для хлеба нужны мука, вода и соль. Их смешивают, и тесто отдыхает целый час перед печью.',
  chinese: '做面包需要面粉、水和盐。把它们混合以后，面团要休息一个小时再进烤箱。',
  japanese: 'パンには小麦粉と水と塩が要ります。混ぜたあと、生地を一時間休ませてから焼きます。',
  korean: '빵에는 밀가루와 물과 소금이 필요합니다. 섞은 뒤에 반죽을 한 시간 쉬게 합니다.',
  arabic: 'يحتاج الخبز إلى الدقيق والماء والملح. نخلطها ثم يرتاح العجين ساعة قبل الفرن.',
  devanagari: 'रोटी के लिए आटा, पानी और नमक चाहिए। उन्हें मिलाकर आटे को एक घंटे तक रखते हैं।',
  other: 'Το ψωμί θέλει αλεύρι, νερό και αλάτι. Η ζύμη ξεκουράζεται μία ώρα πριν από τον φούρνο.',
} as const;
type Language = keyof typeof TEXTS;
const LANGUAGES = Object.keys(TEXTS) as Language[];

describe('the language or script of a text', () => {
  it.each(LANGUAGES)('%s is found by the text alone', (language) => {
    const mix = textMix(TEXTS[language]);
    expect([...mix.keys()]).toEqual([language]);
    expect(mix.get(language)).toBeCloseTo(1, 12);
  });

  it('is English where there is too little to tell', () => {
    expect([...textMix('OK, 42!')]).toEqual([['english', 1]]);
    expect([...textMix('')]).toEqual([['english', 1]]);
    expect(latinLanguage('zzz qqq')).toBeNull();
  });

  it('of a short line is that of the text', () => {
    expect([...textMix(`${TEXTS.german}\nMehl, Wasser\n`).keys()]).toEqual(['german']);
  });
});

describe('a mixed text', () => {
  it('is weighed by its tokens, line by line', () => {
    // 88 letters and marks at 4 a token against 34 at 1.25: 22.0 and 27.2 tokens.
    const mix = textMix(`${TEXTS.cyrillic}\n${TEXTS.chinese}`);
    const cyrillic = TEXTS.cyrillic.length / 4;
    const chinese = TEXTS.chinese.length / 1.25;
    expect(mix.get('chinese')).toBeCloseTo(chinese / (cyrillic + chinese), 12);
    expect(mix.get('cyrillic')).toBeCloseTo(cyrillic / (cyrillic + chinese), 12);
  });

  it('within one line goes by the share of its letters', () => {
    // 6 Cyrillic and 2 Han letters of 11 units: 8.25 / 4 and 2.75 / 1.25 tokens.
    const mix = textMix('молоко, 牛奶!');
    expect(mix.get('cyrillic')).toBeCloseTo(2.0625 / 4.2625, 9);
    expect(mix.get('chinese')).toBeCloseTo(2.2 / 4.2625, 9);
  });

  it('has prose beside code', () => {
    const mix = textMix(`${TEXTS.french}\n\nconst total = sum(values);\nreturn total;\n`);
    expect([...mix.keys()].sort()).toEqual(['code', 'french']);
  });

  it('sums to one', () => {
    const mix = textMix(LANGUAGES.map((language) => TEXTS[language]).join('\n'));
    expect([...mix.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(mix.size).toBe(LANGUAGES.length);
  });
});

describe('notations', () => {
  it.each([
    ['code', 'export function sum(values: number[]): number {\n  let total = 0;\n  return total;\n}\n'],
    ['code', 'def mean(values):\n    total = sum(values)\n    return total / len(values)\n'],
    ['json', '{\n  "name": "bread",\n  "parts": ["flour", "salt"],\n  "hours": 1\n}\n'],
    ['latex', '\\begin{align}\n\\frac{a}{b} &= \\sum_{i} x_i\n\\end{align}\n'],
    ['html', '<ul class="list">\n  <li>Flour</li>\n  <li>Salt</li>\n</ul>\n'],
  ] as const)('%s is told from the others', (kind, text) => {
    expect(textMix(text).get(kind)).toBeGreaterThan(0.9);
  });

  it('Markdown is English with markup, in the text or beside it', () => {
    expect([...textMix('- the first of the things\n- and the second one\n').keys()]).toEqual(['markdown']);
    expect([...textMix(TEXTS.english, true).keys()]).toEqual(['markdown']);
    expect([...textMix(TEXTS.german, true).keys()]).toEqual(['german']);
  });

  it('of a line made against the patterns takes bounded work', () => {
    expect(textMix('a('.repeat(50_000)).get('code')).toBe(1);
  });
});
