import { defineContentScript } from 'wxt/utils/define-content-script';
import { claude } from '../lib/scrapers/sites/claude';
import { measure } from './content/measure';

export default defineContentScript({
  matches: ['https://claude.ai/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (ctx) => measure(ctx, claude),
});
