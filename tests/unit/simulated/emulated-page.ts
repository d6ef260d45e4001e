/**
 * A simulated chat page in an emulated document, with the observer on it and a clock that the test turns. What only a
 * browser has (layout, focus, other tabs) is not there; the page's markup and the way it changes are.
 */
import { vi } from 'vitest';
import type { Observation, PageState } from '../../../lib/prompt';
import { observePage } from '../../../lib/scrapers/observer';
import { siteFor } from '../../../lib/scrapers/registry';
import { chatUrl, DEFAULT_CONFIG, sampleChatId } from '../../sites/config';
import type { Layout } from '../../sites/engine/layout';
import { SimPage } from '../../sites/engine/page';
import { LAYOUTS } from '../../sites/layouts';
import type { LogEntry, PageConfig, Sim, SimSite } from '../../sites/types';
import { askFreshly, forgetFound } from './fresh-selectors';

declare global {
  interface Window {
    readonly happyDOM: { setURL(url: string): void };
  }
}

export interface Emulation {
  /** Address; that of an old chat of the site unless said otherwise. */
  readonly url?: string;
  /** Runs each step of the observer, so that its work can be told from the page's own. */
  readonly step?: (run: () => void) => void;
  /** Changes the page before it is observed. */
  readonly prepare?: () => void;
  /** Told how many changes the observer is handed at once. */
  readonly records?: (number: number) => void;
}

/** A page of its own: its clock stands still until it is told to `pass`. Call `end` when done. */
export class EmulatedPage {
  readonly sim: Sim;
  readonly emitted: Observation[] = [];
  readonly states: PageState[] = [];
  private readonly ending = new AbortController();
  private ids = 0;

  constructor(site: SimSite, layout: Layout, config: Partial<PageConfig>, emulation: Emulation = {}) {
    const { url = chatUrl(site, sampleChatId(site, 1), layout.id) } = emulation;
    const step = (run: () => void): void => {
      forgetFound();
      if (emulation.step === undefined) run();
      else emulation.step(run);
    };
    askFreshly();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
    window.happyDOM.setURL(url);
    localStorage.clear();
    sessionStorage.clear();
    document.body.replaceChildren();
    this.sim = new SimPage(layout, site, {
      ...DEFAULT_CONFIG,
      layout: layout.id,
      follow: false,
      ...config,
    }).sim();
    emulation.prepare?.();
    const declared = siteFor(location.hostname);
    if (declared === null) throw new Error(`${location.hostname} is no site`);
    const later = (run: () => void, ms: number): number =>
      setTimeout(() => step(run), ms) as unknown as number;
    const { MutationObserver: Observer } = window;
    vi.stubGlobal(
      'MutationObserver',
      class extends Observer {
        constructor(take: MutationCallback) {
          super((records, observer) => {
            emulation.records?.(records.length);
            step(() => take(records, observer));
          });
        }
      },
    );
    observePage({
      site: declared,
      root: document,
      url: () => new URL(location.href),
      clock: {
        now: () => performance.now(),
        wall: () => performance.timeOrigin + performance.now(),
        utcOffsetMinutes: () => 0,
        setTimeout: later,
        clearTimeout: (handle) => clearTimeout(handle),
        soon: (run) => void later(run, 0),
        whenIdle: (run) => void later(run, 1),
      },
      newId: () => {
        this.ids += 1;
        return `00000000-0000-4000-8000-${String(this.ids).padStart(12, '0')}`;
      },
      emit: (observation) => this.emitted.push(observation),
      resume: async () => null,
      onState: (state) => this.states.push(state),
      signal: this.ending.signal,
    });
  }

  end(): void {
    this.ending.abort();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  }

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** Until the page plays no answer any more. */
  async idle(): Promise<void> {
    for (let waited = 0; this.sim.waiting() > 0; waited += 50) {
      if (waited > 300_000) throw new Error('the page plays on');
      await this.pass(50);
    }
  }

  private last(selector: string): HTMLElement {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].at(-1);
    if (found === undefined) throw new Error(`${selector} is not on the page`);
    return found;
  }

  /** Puts text into the composer, as a paste does. */
  write(text: string): void {
    const composer = this.last('[data-sim="composer"]');
    const line = document.createElement('p');
    line.append(text);
    composer.replaceChildren(line);
    composer.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  private trusted(target: Element, event: Event): void {
    Object.defineProperty(event, 'isTrusted', { value: true });
    forgetFound();
    target.dispatchEvent(event);
  }

  press(key: string): void {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    this.trusted(this.last('[data-sim="composer"]'), event);
  }

  /** A person's click on the last element with this role. */
  click(sim: string): void {
    const target = this.last(`[data-sim="${sim}"]`);
    this.trusted(target, new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
  }

  async send(text: string): Promise<void> {
    this.write(text);
    await this.pass(50);
    this.press('Enter');
  }

  /** What truly happened, in the order of sending. */
  log(): LogEntry[] {
    return this.sim.log();
  }

  /** The last state of each prompt. */
  records(): Observation[] {
    const last = new Map<string, Observation>();
    for (const observation of this.emitted) last.set(observation.id, observation);
    return [...last.values()].sort((one, other) => one.startTime - other.startTime);
  }
}

export const simulated = (id: keyof typeof LAYOUTS): Layout => LAYOUTS[id];
