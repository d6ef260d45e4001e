import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { claude } from '../lib/scrapers/sites/claude';
import { start } from './content/start';

export default defineUnlistedScript(() => start(claude));
