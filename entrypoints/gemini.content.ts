import { defineContentScript } from 'wxt/utils/define-content-script';
import { gemini } from '../lib/scrapers/sites/gemini';
import { measure } from './content/measure';

export default defineContentScript({
  matches: ['https://gemini.google.com/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (ctx) => measure(ctx, gemini),
});
