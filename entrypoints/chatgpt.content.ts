import { defineContentScript } from 'wxt/utils/define-content-script';
import { chatgpt } from '../lib/scrapers/sites/chatgpt';
import { measure } from './content/measure';

export default defineContentScript({
  matches: ['https://chatgpt.com/*'],
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (ctx) => measure(ctx, chatgpt),
});
