/** Invented answers and prompts, the same in every run. */
import type { TextKind } from '../types';

const PLAIN = [
  'A tide table lists the times at which the water stands highest and lowest at one place. The moon pulls on the sea, and the coast answers with a delay that hardly changes from day to day.',
  'To read it, find the date first and then the nearest high water. The column beside the time gives the height above a fixed mark. Add about an hour each day, because the moon comes round a little later.',
  'Wind and air pressure move the real level by a hand or two. A strong wind towards the land holds the water back, so leave some margin when you cross a shallow bay.',
  'Small harbours are often given as a difference to a larger one nearby. Take the time of the large harbour and add the minutes printed for the small one.',
];
const MARKDOWN = `# A plan for the week

Cook **twice** and eat four times. The list below needs one pot and \`20 minutes\` each.

- Lentils with carrots and a spoon of vinegar
- Rice with beans, lime and coriander
- Oven potatoes with yoghurt

1. Buy everything on Monday.
2. Cook the lentils first, they keep longest.

## Why it works

Fewer choices make the evening shorter, and nothing is thrown away.`;
const CODE = `Here is a small function that counts the words of a text.

\`\`\`python
def count_words(text):
    counts = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1

    return counts
\`\`\`

It keeps the order in which the words first came, since Python 3.7.`;
const TABLE = `The three bridges side by side:

| Bridge | Length | Opened |
| --- | --- | --- |
| Stone bridge | 120 m | 1791 |
| Rail bridge | 340 m | 1874 |
| New crossing | 905 m | 2003 |

The new crossing carries more traffic than the others together.`;
const MATH = `The area of a circle is $A=πr²$, so half the radius gives a quarter of it.

$$x=(−b±√(b²−4ac))/2a$$

Put the numbers in and check the sign of the root.`;
const CJK = `潮汐表は、ある場所で水位が最も高くなる時刻と最も低くなる時刻を示します。月が海を引き、海岸は少し遅れて応えます。

读表时先找日期，再找最近的高潮时间。旁边一列是高出基准面的高度。`;
const RTL = `يبيّن جدول المد والجزر أوقات أعلى ماء وأدنى ماء في مكان واحد. القمر يجذب البحر، والساحل يجيب بعد تأخير.

כדי לקרוא אותו מצאו תחילה את התאריך, ואחר כך את הגאות הקרובה.`;
const EMOJI = `Pack light 🎒: two shirts 👕👕, one jumper 🧶, a flag 🏳️‍🌈 if you like, and the family 👩‍👩‍👧‍👦.

Thumbs up 👍🏽 when done ✅.`;
const CITED = `Salt lowers the freezing point of water.[^Harbour notes] The sea therefore freezes at about minus two degrees.[^Field guide]

Fresh water floats on top after rain.[^Harbour notes]`;
const TOOLS = `I will look at the file first.

%% Reading notes.txt

The file holds three lines, and the second is empty.

%% Searching the web

Both sources agree: the ferry leaves at ten past eight.`;

function source(kind: TextKind): string {
  switch (kind) {
    case 'plain':
      return PLAIN.slice(0, 2).join('\n\n');
    case 'short':
      return 'Yes.';
    case 'markdown':
      return MARKDOWN;
    case 'code':
      return CODE;
    case 'table':
      return TABLE;
    case 'math':
      return MATH;
    case 'cjk':
      return CJK;
    case 'rtl':
      return RTL;
    case 'emoji':
      return EMOJI;
    case 'cited':
      return CITED;
    case 'tools':
      return TOOLS;
    case 'image':
      return '!a lighthouse at dusk';
    case 'mixed':
      return [MARKDOWN, CODE, TABLE, MATH, CITED].join('\n\n');
  }
}

/** The text of a kind, repeated until it has at least `minCharacters` characters. */
export function textOf(kind: TextKind, minCharacters: number): string {
  const parts = [source(kind)];
  let length = parts[0]?.length ?? 0;
  for (let i = 0; length < minCharacters; i++) {
    const more = kind === 'plain' ? (PLAIN[(i + 2) % PLAIN.length] ?? '') : source(kind);
    parts.push(more);
    length += more.length + 2;
  }
  return parts.join('\n\n');
}

const QUESTIONS = [
  'How do I read a tide table?',
  'Can you plan a week of simple meals?\nI have one pot.',
  'Why does the sea freeze later than a lake?',
  'Compare the three bridges of the town.',
  'Write a function that counts words.',
  'What should I pack for two days?',
];
const KINDS: readonly TextKind[] = ['plain', 'markdown', 'cited', 'table', 'code', 'emoji'];

/** Exchange `index` of an old conversation. */
export function pastExchange(index: number): { readonly question: string; readonly kind: TextKind } {
  const number = index % QUESTIONS.length;
  const round = Math.floor(index / QUESTIONS.length);
  const question = QUESTIONS[number] ?? '';
  return { question: round === 0 ? question : `${question} (${round + 1})`, kind: KINDS[number] ?? 'plain' };
}
