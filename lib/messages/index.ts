/** The messages between the rooms. */
export { askWorker } from './ask';
export { hearPageSettings, type PageSettings, tellPageSettings } from './page-settings';
export { askPageState, servePageState, type TabState } from './page-state';
export { askPageTrace, servePageTrace, TRACE_ACTIONS, type TraceAction, type TraceReply } from './page-trace';
export {
  FAILURE_KINDS,
  type Failure,
  failed,
  type Reply,
  type Sender,
  type WorkerHandlers,
  type WorkerProtocol,
  type WorkerRequest,
} from './protocol';
export { readSender } from './sender';
export { answerRequest, serveWorker } from './serve';
