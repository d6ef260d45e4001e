import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';
import type { BrowserName, Harness, LaunchOptions } from './types';

export * from './types';

/** Starts a browser with the built extension, the three chat sites simulated and the network shut off. */
export function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Harness> {
  switch (name) {
    case 'chromium':
      return launchChromium(options);
    case 'firefox':
      return launchFirefox(options);
  }
}
