/** Recording a page's structure for repair, shown in full before it is saved. Nothing is sent anywhere. */
import { useEffect, useState } from 'preact/hooks';
import type { SiteId } from '../prompt';
import { download } from './download';
import { errorText } from './error-text';
import { formatBytes } from './format-bytes';
import { locale, t } from './i18n';

/** What a page answers: whether it is recording, and the trace when one was taken. */
export interface TraceAnswer {
  readonly recording: boolean;
  readonly trace: string | null;
}

export interface TracePanelProps {
  readonly site: SiteId;
  /** Asks the page; null when it does not answer. */
  readonly ask: (action: 'state' | 'record' | 'take') => Promise<TraceAnswer | null>;
  readonly save?: (trace: string, fileName: string) => void;
}

const saveFile = (trace: string, fileName: string): void =>
  download(new Blob([trace], { type: 'application/json' }), fileName);

/** A trace is one line; people read it in several. */
function readable(trace: string): string {
  try {
    return JSON.stringify(JSON.parse(trace), null, 1);
  } catch {
    return trace;
  }
}

/** More than this is not put on the screen: the page would stand still. The file holds all of it. */
const SHOWN_CHARACTERS = 200_000;

export function TracePanel({ site, ask, save = saveFile }: TracePanelProps) {
  const [answer, setAnswer] = useState<TraceAnswer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const run = (action: 'state' | 'record' | 'take') => {
    ask(action).then(
      (reply) => {
        if (reply !== null) setAnswer(reply);
        setFailure(reply === null ? t('trace.no-answer') : null);
      },
      (error: unknown) => setFailure(errorText(error)),
    );
  };
  useEffect(() => run('state'), []);
  const trace = answer?.trace ?? null;
  const recording = answer?.recording ?? false;
  return (
    <div class="stack trace">
      {trace === null ? (
        <div class="row">
          <button type="button" disabled={recording} onClick={() => run('record')}>
            {t(recording ? 'trace.recording' : 'trace.record')}
          </button>
          <button type="button" onClick={() => run('take')}>
            {t(recording ? 'trace.stop' : 'trace.take')}
          </button>
        </div>
      ) : (
        <TraceView
          trace={trace}
          onSave={() => save(trace, `tokenprint-trace-${site}.json`)}
          onDiscard={() => setAnswer({ recording: false, trace: null })}
        />
      )}
      {recording && trace === null && (
        <p class="small" role="status">
          {t('trace.recording.hint')}
        </p>
      )}
      {failure !== null && <p role="alert">{failure}</p>}
    </div>
  );
}

interface TraceViewProps {
  readonly trace: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

function TraceView({ trace, onSave, onDiscard }: TraceViewProps) {
  const text = readable(trace);
  return (
    <>
      <p>{t('trace.look', { size: formatBytes(new Blob([trace]).size, locale()) })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre class="trace-view small" dir="ltr" tabIndex={0}>
        {text.slice(0, SHOWN_CHARACTERS)}
      </pre>
      {text.length > SHOWN_CHARACTERS && <p class="small soft">{t('trace.cut')}</p>}
      <div class="row">
        <button type="button" class="primary" onClick={onSave}>
          {t('trace.save')}
        </button>
        <button type="button" onClick={onDiscard}>
          {t('trace.discard')}
        </button>
      </div>
    </>
  );
}
