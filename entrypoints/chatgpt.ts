import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { chatgpt } from '../lib/scrapers/sites/chatgpt';
import { start } from './content/start';

export default defineUnlistedScript(() => start(chatgpt));
