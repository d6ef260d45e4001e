import { browser } from 'wxt/browser';

/** Reads the tokenizer's ranks from the extension's own package: a file on this machine, read on first use. */
export async function loadVocabulary(): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL('/vocabulary/o200k_base.json'));
  if (!response.ok) throw new Error(`The packaged vocabulary cannot be read (status ${response.status}).`);
  return response.json();
}
