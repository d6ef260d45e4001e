/** When what happens in one answer: a list of cues, worked off by the player. */
import type { Plan } from '../types';

export type CueKind =
  | 'user'
  | 'assistant'
  | 'think'
  | 'thought'
  | 'chunk'
  | 'replace'
  | 'offline'
  | 'online'
  | 'cut'
  | 'again'
  | 'finish'
  | 'fail'
  | 'limit'
  | 'stop'
  | 'bar'
  | 'rerender'
  | 'approval'
  | 'approved';

export interface Cue {
  readonly kind: CueKind;
  /** Milliseconds from the submit, after the speed factor. */
  readonly at: number;
  /** `chunk`: how much of the answer is written after it, 0 to 1. `think`: the same of the thinking. */
  readonly part: number;
}

const THINK_STEPS = 5;

/** The cues of an answer of `length` UTF-16 units, of which the part `from` is there already. */
export function schedule(plan: Plan, length: number, speed: number, rerenders: boolean, from = 0): Cue[] {
  const cues: Cue[] = [];
  let clock = 0;
  const cue = (kind: CueKind, wait: number, part = 0) => {
    clock += wait;
    cues.push({ kind, at: clock / speed, part });
  };
  if (from > 0) return continued(plan, length, speed, from);
  cue('user', plan.userTurnMs);
  if (plan.limit) {
    cue('limit', plan.assistantTurnMs + plan.firstTokenMs);
    return cues;
  }
  cue('assistant', plan.assistantTurnMs);
  if (plan.thinkingMs > 0) {
    if (plan.thinking !== 'hidden') {
      for (let i = 1; i <= THINK_STEPS; i++)
        cue('think', i === 1 ? 0 : plan.thinkingMs / THINK_STEPS, i / THINK_STEPS);
      cue('thought', plan.thinkingMs / THINK_STEPS);
    } else clock += plan.thinkingMs;
  }
  clock += plan.firstTokenMs;
  if (plan.errorAfter === 0) {
    cue('fail', 0);
    return cues;
  }
  const approve = (chunk: number): void => {
    if (plan.approval?.afterChunk !== chunk) return;
    cue('approval', plan.chunkMs);
    cue('approved', plan.approval.ms);
  };
  approve(0);
  const chunks = plan.chunks > 0 ? plan.chunks : Math.max(1, Math.ceil(length / plan.chunkCharacters));
  const pauses = new Map(plan.pauses.map((pause) => [pause.afterChunk, pause.ms]));
  for (let i = 1; i <= chunks; i++) {
    cue('chunk', i === 1 ? 0 : plan.chunkMs + (pauses.get(i - 1) ?? 0), i / chunks);
    if (plan.replaceAfter === i) cue('replace', plan.chunkMs);
    approve(i);
    if (plan.outage?.afterChunk === i) {
      cue('offline', plan.chunkMs);
      cue('online', plan.outage.ms);
    }
    if (plan.cutAfter === i) {
      cue('cut', plan.finishMs);
      return cues;
    }
    if (plan.stopAfter === i) {
      cue('stop', plan.chunkMs / 2);
      return cues;
    }
    if (plan.errorAfter === i) {
      cue('fail', plan.chunkMs);
      return cues;
    }
  }
  cue('finish', plan.finishMs);
  const finish = clock;
  if (plan.actionBar === 'late') cue('bar', plan.lateMs);
  clock = finish;
  if (rerenders) cue('rerender', plan.rerenderMs);
  return cues.sort((a, b) => a.at - b.at);
}

/** The rest of an answer that the site had cut off. */
function continued(plan: Plan, length: number, speed: number, from: number): Cue[] {
  const cues: Cue[] = [];
  let clock = plan.userTurnMs;
  const cue = (kind: CueKind, wait: number, part = 0) => {
    clock += wait;
    cues.push({ kind, at: clock / speed, part });
  };
  cue('again', 0);
  clock += plan.firstTokenMs;
  const chunks = Math.max(1, Math.ceil((length * (1 - from)) / plan.chunkCharacters));
  for (let i = 1; i <= chunks; i++)
    cue('chunk', i === 1 ? 0 : plan.chunkMs, from + ((1 - from) * i) / chunks);
  cue('finish', plan.finishMs);
  return cues;
}
