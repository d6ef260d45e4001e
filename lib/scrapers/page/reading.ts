/**
 * Reads a page as plain data, change by change: turns that changed are asked for their marks, and the one pass over the
 * page runs only when the structure of its thread may have changed.
 */
import type { Layout } from '../site';
import type { AnswerSeen, Focus, PageReading, QuestionSeen, TurnDetails, TurnId } from '../tracker/events';
import { cleanDirt, createChanges, type Dirt, type Growth } from './changes';
import type { Composers } from './composers';
import { readAnswer, readQuestion } from './details';
import { createGrowthWatch, type Grown } from './growth';
import { within } from './marks';
import { createNotices } from './notices';
import { createStopButton } from './stop-button';
import { type Entry, listThread, sameList, type ThreadList } from './thread-list';
import { isTyped } from './typed';
import type { Words } from './words';

/** Questions at the end of the thread that are read: follow-ups can be shown together. */
const LAST_QUESTIONS = 2;

/** Numbers of elements, kept for as long as the page lives. */
export interface Numbers {
  of(element: Element): number;
  /** Null for an element that was given none. */
  get(element: Element): number | null;
  elementOf(number: number): Element | null;
}

export interface PageReader {
  /** Takes note of changes; tells which answers in focus grew. */
  note(records: readonly MutationRecord[], at: number): readonly Grown[];
  /** What changed since the last reading. `all` asks the marks of what is in focus anew. */
  read(all: boolean): PageReading;
  /** What is to be told of from now on. */
  focus(focus: Focus): void;
  /** Forgets what was read: the next reading tells everything. */
  startOver(): void;
  elementOf(id: TurnId): Element | null;
  /** Number of the turn's element that an element stands in; null when it stands in none. */
  numberAround(element: Element): number | null;
  /** Part of a turn by its number. */
  partOf(turn: Element, part: number): Element | null;
  isGenerating(): boolean;
  /** The last answer of the thread that is in use. */
  lastAnswer(): Element | null;
}

const NOTHING: readonly Grown[] = [];
const NO_FOCUS: Focus = { questions: [], answers: [], compareWith: null, keepsWords: false };

export function createPageReader(
  root: Document,
  layout: Layout,
  words: Words,
  numbers: Numbers,
  composers: Composers,
): PageReader {
  const changes = createChanges(layout);
  const stop = createStopButton(root, layout);
  let dirt: Dirt = cleanDirt();
  let list: ThreadList = { entries: [], covered: false };
  let isListed = false;
  let entries = new Map<TurnId, Entry>();
  let lastTurns: readonly Entry[] = [];
  let totalTurns: number | null = null;
  let focus = NO_FOCUS;
  /** Turns in focus that have left the thread: their elements hold what was seen of them. */
  let held = new Map<TurnId, Entry>();
  let told = new Map<TurnId, TurnDetails>();
  let comparedWith: number | null = null;
  let generating = false;
  let composer: PageReading['composer'] = 'absent';
  let hasFormField = false;
  const notices = createNotices(root, layout);
  let waitsForUser = false;

  const entryOf = (id: TurnId): Entry | undefined => entries.get(id) ?? held.get(id);
  // Its marks of streaming may be all that tells a part, so one that was told is found by its number alone.
  function partOf(turn: Element, part: number): Element | null {
    const element = numbers.elementOf(part);
    return element !== null && turn.contains(element) ? element : null;
  }

  const growth = createGrowthWatch(layout, numbers, partOf);

  function readThread(): ThreadList | null {
    const now = listThread(root, layout, numbers.of);
    changes.forget();
    const isSame = isListed && sameList(now, list);
    list = now;
    isListed = true;
    entries = new Map(now.entries.map((entry) => [entry.id, entry]));
    const used = now.covered ? now.entries : now.entries.filter(({ shown }) => shown);
    const questions = used.filter(({ role }) => role === 'user').slice(-LAST_QUESTIONS);
    const answer = used.findLast(({ role }) => role === 'assistant');
    lastTurns = answer === undefined ? questions : [...questions, answer];
    totalTurns = layout.totalTurns?.(root) ?? null;
    return isSame ? null : now;
  }

  /** The last turns, and those that the tracker has named. */
  function inFocus(): Entry[] {
    const named = [...focus.questions, ...focus.answers.map(({ id }) => id)].flatMap(
      (id) => entryOf(id) ?? [],
    );
    return [...new Map([...lastTurns, ...named].map((one) => [one.id, one])).values()];
  }

  /** Something changed in a turn that is not in focus. */
  function changedElsewhere(): boolean {
    const focused = new Set(inFocus().map(({ place }) => place));
    return [...dirt.turns].some((turn) => !focused.has(turn));
  }

  /** A key or a role that changed without any other sign. */
  function changedUnseen({ id, place, role, key }: Entry): boolean {
    if (!entries.has(id)) return false;
    return layout.key(place) !== key || (dirt.turns.has(place) && !within(place, layout[role].mark));
  }

  /** Its words were dropped at rest, and may be needed now. */
  const lacksWords = (seen: QuestionSeen | null): boolean =>
    focus.keepsWords && seen !== null && !words.has(seen.text.ref);

  function question(entry: Entry, before: QuestionSeen | null): QuestionSeen | null {
    if (entry.role !== 'user') return null;
    const isRead =
      before !== null && before.text.length > 0 && !lacksWords(before) && !dirt.questions.has(entry.place);
    return isRead ? before : readQuestion(layout, entry, words);
  }

  function answer(entry: Entry, before: AnswerSeen | null): AnswerSeen | null {
    if (entry.role !== 'assistant') return null;
    const own = focus.answers.filter(({ id }) => id === entry.id);
    return readAnswer(layout, entry, {
      generating,
      isOwned: own.length > 0,
      asksThinking: own.length === 0 || own.some(({ thought }) => !thought),
      compareWith: focus.compareWith === null ? null : words.of(focus.compareWith),
      hasPart: own.some(({ part }) => part !== null),
      numberOf: numbers.of,
      renderedAt: () => growth.renderedAt(entry),
      waitsForUser,
      before,
    });
  }

  function detailsOf(entry: Entry): TurnDetails {
    const before = told.get(entry.id) ?? null;
    const key = layout.key(entry.place);
    const isSame = before?.key === key;
    return {
      id: entry.id,
      key,
      connected: entry.place.isConnected,
      question: question(entry, isSame ? (before?.question ?? null) : null),
      answer: answer(entry, isSame ? (before?.answer ?? null) : null),
    };
  }

  function readComposer(): PageReading['composer'] {
    const element = composers.find(!generating);
    // The text of a form field changes without any change of the document.
    hasFormField = element?.localName === 'textarea';
    if (element === null) return 'absent';
    return isTyped(element) ? 'text' : 'empty';
  }

  function read(all: boolean): PageReading {
    let thread = dirt.structure ? readThread() : null;
    if (thread === null && inFocus().some(changedUnseen)) thread = readThread();
    const wasGenerating = generating;
    generating = stop.isThere(dirt.chrome || dirt.structure);
    if (dirt.chrome || dirt.structure || hasFormField) composer = readComposer();
    const didWait = waitsForUser;
    const noticed = notices(dirt.chrome || dirt.structure || changedElsewhere());
    waitsForUser = noticed.waitsForUser;
    const isNewComparison = focus.compareWith !== comparedWith;
    comparedWith = focus.compareWith;
    const now = new Map<TurnId, TurnDetails>();
    const changed: TurnDetails[] = [];
    for (const entry of inFocus()) {
      const before = told.get(entry.id);
      const isDirty =
        all ||
        before === undefined ||
        dirt.turns.has(entry.place) ||
        lacksWords(before.question) ||
        before.connected !== entry.place.isConnected ||
        (entry.role === 'assistant' &&
          (wasGenerating !== generating || isNewComparison || dirt.around || didWait !== waitsForUser)) ||
        before.key !== layout.key(entry.place);
      const details = isDirty ? detailsOf(entry) : before;
      now.set(entry.id, details);
      if (isDirty) changed.push(details);
    }
    told = now;
    dirt = { structure: false, chrome: false, around: false, turns: new Set(), questions: new Set() };
    return {
      layout: { id: layout.id, virtualised: layout.virtualised },
      composer,
      generating,
      refused: noticed.refused,
      thread: thread === null ? null : { turns: thread.entries.map(seenOf), covered: thread.covered },
      inFocus: [...now.keys()],
      changed,
      totalTurns,
    };
  }

  return {
    read,
    partOf,
    note(records, at) {
      const isWanted = growth.isWanted(focus, at);
      let growths: Growth[] | null = null;
      for (const record of records) {
        const one = changes.note(record, dirt);
        if (one === null || !isWanted) continue;
        growths ??= [];
        growths.push(one);
      }
      return growths === null ? NOTHING : growth.take(growths, records, focus, at);
    },
    focus(next) {
      focus = next;
      const ids = new Set([...next.questions, ...next.answers.map(({ id }) => id)]);
      held = new Map(
        [...ids].flatMap((id) => {
          const entry = entryOf(id);
          return entry === undefined ? [] : [[id, entry] as const];
        }),
      );
      growth.keep(ids);
    },
    startOver() {
      dirt = cleanDirt();
      isListed = false;
      told = new Map();
    },
    elementOf: (id) => entryOf(id)?.place ?? null,
    numberAround(element) {
      const turn = element.closest(layout.turn);
      const known = turn === null ? null : numbers.get(turn);
      if (known !== null) return known;
      // An editor in the place of a question may leave nothing that tells a turn.
      for (const { place, element: number } of held.values()) if (place.contains(element)) return number;
      return null;
    },
    isGenerating: () => generating,
    lastAnswer: () => lastTurns.findLast(({ role }) => role === 'assistant')?.place ?? null,
  };
}

const seenOf = ({ id, role, element, key, shown }: Entry) => ({ id, role, element, key, shown });
