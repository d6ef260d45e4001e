import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { gemini } from '../lib/scrapers/sites/gemini';
import { start } from './content/start';

export default defineUnlistedScript(() => start(gemini));
