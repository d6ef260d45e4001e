/** Reads plain turns as lib/scrapers/page reads elements: the same deltas, the same focus, the same growth. */
import type { Words } from '../../../lib/scrapers/page/words';
import type {
  AnswerSeen,
  AnswerText,
  Focus,
  PageReading,
  Role,
  TurnDetails,
  TurnId,
  TurnSeen,
} from '../../../lib/scrapers/tracker/events';
import { type Block, clean, compared, type Kind, lengthOf, wholeText } from './plain-turns';

interface Entry extends TurnSeen {
  readonly block: Block;
}

/** A change of an answer's text: what was put in and what was taken out, characters. */
export interface Change {
  readonly block: Block;
  readonly part: number | null;
  readonly added: number;
  readonly removed: number;
}

/** What the reader asks a page. */
export interface Shown {
  readonly kind: Kind;
  readonly blocks: readonly Block[];
  readonly composer: string | null;
  readonly generating: boolean;
  readonly totalTurns: number | null;
  /** Something lies over the page, composer and all. */
  readonly covered: boolean;
}

const NO_FOCUS: Focus = { questions: [], answers: [], compareWith: null, keepsWords: false };
const LAST_QUESTIONS = 2;

const entryOf = (block: Block, role: Role): Entry => ({
  id: `${role === 'user' ? 'u' : 'a'}${block.element}`,
  role,
  element: block.element,
  key: block.key,
  shown: block.shown,
  block,
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const seenOf = ({ id, role, element, key, shown }: Entry): TurnSeen => ({ id, role, element, key, shown });

export class PlainReader {
  private focus = NO_FOCUS;
  private list: readonly Entry[] = [];
  private told: PageReading['thread'] = null;
  private held = new Map<TurnId, Entry>();
  private details = new Map<TurnId, TurnDetails>();
  private readonly lastGrowth = new Map<TurnId, { at: number; adds: boolean }>();

  constructor(
    private readonly page: () => Shown,
    private readonly words: Words,
  ) {}

  blockOf(id: TurnId): Block | null {
    return (this.list.find((one) => one.id === id) ?? this.held.get(id))?.block ?? null;
  }

  /** Text that is there and that a mark of a turn leads to. */
  private entries(): Entry[] {
    const { blocks } = this.page();
    return blocks.flatMap((block) => [
      ...(block.question === null ? [] : [entryOf(block, 'user')]),
      ...(block.answer === null || block.answer.emptied ? [] : [entryOf(block, 'assistant')]),
    ]);
  }

  private inFocus(): Entry[] {
    const used = this.told?.covered === true ? this.list : this.list.filter(({ shown }) => shown);
    const questions = used.filter(({ role }) => role === 'user').slice(-LAST_QUESTIONS);
    const answer = used.findLast(({ role }) => role === 'assistant');
    const named = [...this.focus.questions, ...this.focus.answers.map(({ id }) => id)].flatMap(
      (id) => this.list.find((one) => one.id === id) ?? this.held.get(id) ?? [],
    );
    const all = [...questions, ...(answer === undefined ? [] : [answer]), ...named];
    return [...new Map(all.map((one) => [one.id, one])).values()];
  }

  private answer({ id, block }: Entry, before: AnswerSeen | null): AnswerSeen | null {
    const { answer } = block;
    if (answer === null || !id.startsWith('a')) return null;
    const { generating } = this.page();
    const own = this.focus.answers.filter((one) => one.id === id);
    const streaming = (!generating || own.length === 0) && answer.streaming;
    const isMade = generating || streaming;
    const hasPart = own.some(({ part }) => part !== null);
    const former = this.focus.compareWith === null ? null : this.words.of(this.focus.compareWith);
    const growth = this.lastGrowth.get(id);
    const text = answer.emptied ? '' : wholeText(answer);
    return {
      streaming,
      awaiting: !generating && answer.awaiting,
      finished: !isMade && answer.finished,
      failed: !isMade && answer.failed,
      stopped: !isMade && answer.stopped,
      thinking: answer.thinking,
      hasText: (before?.hasText === true && !answer.emptied) || text !== '',
      images: isMade ? (before?.images ?? 0) : answer.emptied ? 0 : answer.images,
      isShell: answer.emptied,
      compared: former === null ? null : compared(text, former),
      parts: (answer.parts.length < 2 && !hasPart) || (!isMade && !hasPart) ? [] : answer.parts.map(partOf),
      renderedAt: isMade || growth === undefined || growth.adds ? null : growth.at,
      waitsForUser: answer.waitsForUser,
      notCounted: [],
    };
  }

  private detailsOf(entry: Entry): TurnDetails {
    const { block } = entry;
    const before = this.details.get(entry.id);
    const { question } = block;
    return {
      id: entry.id,
      key: block.key,
      connected: block.connected,
      question:
        question === null || entry.role !== 'user'
          ? null
          : {
              text: this.words.keep(clean(question.text)),
              files: question.files,
              images: question.images,
            },
      answer: this.answer(entry, before?.key === block.key ? (before?.answer ?? null) : null),
    };
  }

  read(): PageReading {
    const { kind, composer, generating, totalTurns, covered } = this.page();
    this.list = this.entries();
    const thread = { turns: this.list.map(seenOf), covered };
    const isSame = same(thread, this.told);
    this.told = thread;
    const now = new Map(this.inFocus().map((entry) => [entry.id, this.detailsOf(entry)]));
    const changed = [...now.values()].filter((one) => !same(one, this.details.get(one.id)));
    this.details = now;
    return {
      layout: { id: kind.name, virtualised: kind.virtualised },
      composer: composer === null ? 'absent' : clean(composer) === '' ? 'empty' : 'text',
      generating,
      refused: false,
      thread: isSame ? null : thread,
      inFocus: [...now.keys()],
      changed,
      totalTurns,
    };
  }

  /** Takes note of changes; tells which answers in focus grew. */
  note(changes: readonly Change[], at: number): { turn: TurnId; part: number | null }[] {
    const grown = new Map<string, { turn: TurnId; part: number | null }>();
    for (const { block, part: at, added } of changes) {
      if (added === 0) continue;
      for (const { id, part } of this.focus.answers)
        if (id === `a${block.element}` && (part === null || part === at))
          grown.set(`${id}.${part}`, { turn: id, part });
    }
    for (const { turn } of grown.values()) {
      const own = changes.filter(({ block }) => turn === `a${block.element}`);
      const sum = own.reduce((total, { added, removed }) => total + added - removed, 0);
      this.lastGrowth.set(turn, { at, adds: sum > 0 });
    }
    return [...grown.values()];
  }

  turnTo(focus: Focus): void {
    this.focus = focus;
    const ids = new Set([...focus.questions, ...focus.answers.map(({ id }) => id)]);
    const find = (id: TurnId) => this.list.find((one) => one.id === id) ?? this.held.get(id);
    this.held = new Map(
      [...ids].flatMap((id) => {
        const entry = find(id);
        return entry === undefined ? [] : [[id, entry] as const];
      }),
    );
    for (const id of this.lastGrowth.keys()) if (!ids.has(id)) this.lastGrowth.delete(id);
  }

  /** The last answer's text, as a gesture takes it. */
  lastAnswerText(): string | null {
    const used = this.list.filter(({ shown }) => shown);
    const block = used.findLast(({ role }) => role === 'assistant')?.block;
    return block === undefined || block.answer === null ? null : answerText(block, null);
  }
}

const partOf = ({ element, text }: { element: number; text: string }) => ({
  element,
  hasText: clean(text) !== '',
});

const answerText = ({ answer }: Block, part: number | null): string => {
  if (answer === null || answer.emptied) return '';
  if (part === null) return wholeText(answer);
  return clean(answer.parts.find(({ element }) => element === part)?.text ?? '');
};

/** An answer read whole; null when it is gone and shows nothing. */
export function readWhole(
  block: Block,
  part: number | null,
  former: string,
): { words: string; text: AnswerText } | null {
  const whole = answerText(block, part);
  if (whole === '' && !block.connected) return null;
  const words = former === '' ? whole : whole.slice(former.length).trim();
  return {
    words,
    text: {
      length: lengthOf(words),
      wholeLength: lengthOf(former === '' ? words : whole),
      thinking: { seen: block.answer?.thinking ?? false, statedSeconds: null, textLength: 0 },
      images: block.answer?.images ?? 0,
      model: { slug: null, label: null },
    },
  };
}
