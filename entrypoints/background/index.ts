import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import {
  failed,
  type PageSettings,
  type Reply,
  type Sender,
  serveWorker,
  type WorkerProtocol,
} from '../../lib/messages';
import type { Observation, PageState, PromptRecord } from '../../lib/prompt';
import { siteFor } from '../../lib/scrapers/registry';
import { lockSettings, parseSettings, readSettings, watchSettings } from '../../lib/settings';
import { deleteOlder, localDay, openStore, sweepPending } from '../../lib/store';
import { createTokenCounter } from '../../lib/tokens';
import { answerLine } from './answer-line';
import { provideFigure, refreshBadge, showPageState } from './badge';
import { readFigure } from './badge-figure';
import { welcome } from './first-run';
import { createMeasuring } from './measuring';
import { watchDay } from './new-day';
import { startInOpenTabs, startWhereAllowed, startWhereSilent } from './open-tabs';
import { pageSettingsOf, startLines, tellOpenChats } from './page-settings';
import { type PipelineDeps, takeIn } from './pipeline';
import { clearProblem, failureOf, showProblem } from './problems';
import { createReestimator } from './reestimate';
import { createResumes } from './resumes';
import { loadVocabulary } from './vocabulary';

const DAY_SECONDS = 86_400;
const nowSeconds = (): number => Date.now() / 1000;
const utcOffsetMinutes = (): number => -new Date().getTimezoneOffset();

export default defineBackground({
  type: 'module',
  main() {
    // Listeners first and at once: the message that woke the worker must find them.
    const deps: PipelineDeps = {
      store: openStore(),
      counter: createTokenCounter(loadVocabulary),
      settings: readSettings,
      now: nowSeconds,
    };

    void lockSettings();
    const measuring = createMeasuring(nowSeconds, browser.storage.session);
    const resumes = createResumes(deps.store, measuring, nowSeconds);

    provideFigure(() =>
      readFigure({
        ...deps,
        settings: readSettings,
        utcOffsetMinutes,
      }),
    );
    watchSettings((settings) => {
      void refreshBadge();
      void tellOpenChats(settings);
    });
    const lookAtDay = watchDay({
      today: () => localDay(nowSeconds(), utcOffsetMinutes()),
      begun: () => void refreshBadge(),
    });
    browser.tabs.onActivated.addListener(lookAtDay);
    // To be listened for is enough: the browser starts the worker for it, and that shows the figure.
    browser.runtime.onStartup.addListener(lookAtDay);

    async function observe(
      observation: Observation,
      { host, tabId }: Sender,
    ): Promise<Reply<WorkerProtocol['observe']['answer']>> {
      if (siteFor(host)?.id !== observation.site)
        return failed('refused', 'A page may speak of itself only.');
      resumes.noteTab(observation, tabId);
      try {
        const taken = await takeIn(deps, observation);
        await clearProblem();
        // A running prompt's sums stand still; its end moves the figure on the icon.
        if (observation.status !== 'pending') void refreshBadge();
        const { revision } = observation;
        const line = taken.kind === 'stored' ? await lineFor(taken.record) : null;
        return { ok: true, value: line === null ? { revision } : { revision, line } };
      } catch (error) {
        const failure = failureOf(error);
        await showProblem(failure, nowSeconds());
        return { ok: false, failure };
      }
    }

    /** Never rejects: the prompt is stored, whatever its line does. */
    const lineFor = (record: PromptRecord): Promise<string | null> =>
      readSettings()
        .then((settings) => answerLine(record, settings, browser.i18n.getUILanguage()))
        .catch(() => null);

    /** The answer to one of our own pages; a fault of the store is said there and not on the icon. */
    async function answered<T>(work: Promise<T>): Promise<Reply<T>> {
      try {
        return { ok: true, value: await work };
      } catch (error) {
        return { ok: false, failure: failureOf(error) };
      }
    }

    const sweep = async () => {
      const sinceTime = await measuring.since();
      const interrupted = await sweepPending(deps.store, nowSeconds(), { sinceTime });
      const { retentionDays } = await readSettings();
      if (retentionDays !== null) await deleteOlder(deps.store, nowSeconds() - retentionDays * DAY_SECONDS);
      void refreshBadge();
      return { interrupted };
    };

    const reestimator = createReestimator({
      ...deps,
      // A call of the extension's own interface counts as work; writing to the database does not.
      stayAwake: () => browser.runtime.getPlatformInfo(),
    });

    async function pageStateChanged(state: PageState, { host, tabId }: Sender): Promise<Reply<null>> {
      if (tabId === null || siteFor(host)?.id !== state.site)
        return failed('refused', 'A page may speak of itself only.');
      await showPageState(tabId, state);
      return { ok: true, value: null };
    }

    async function pageSettings(_: null, { host, tabId }: Sender): Promise<Reply<PageSettings>> {
      const site = siteFor(host);
      if (site === null) return failed('refused', 'This page has no settings.');
      // What cannot be read counts as never set, as it does everywhere.
      const told = pageSettingsOf(await readSettings().catch(() => parseSettings(null)), site.id);
      if (told.line && tabId !== null) void startLines(tabId);
      return { ok: true, value: told };
    }

    serveWorker({
      observe,
      resume: async (question, { host, tabId }) =>
        siteFor(host)?.id === question.site
          ? answered(resumes.find(question, tabId).then((prompt) => ({ prompt })))
          : failed('refused', 'A page may speak of itself only.'),
      'page-state-changed': pageStateChanged,
      'page-settings': pageSettings,
      sweep: () => answered(sweep()),
      'reestimate-start': ({ models }) =>
        answered(reestimator.start(models).then((started) => ({ started }))),
      'reestimate-cancel': () => answered(reestimator.cancel().then((cancelled) => ({ cancelled }))),
      'reestimate-state': () => answered(reestimator.isRunning().then((running) => ({ running }))),
    });
    browser.permissions.onAdded.addListener(() => void startWhereAllowed());
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void startInOpenTabs();
      // Without a window there is nowhere to show it, and nothing is lost.
      welcome(reason).catch(() => undefined);
    });
    void answered(sweep());
    void startWhereSilent();
    void reestimator.resume();
  },
});
