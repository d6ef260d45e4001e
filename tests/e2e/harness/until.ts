/**
 * Asks until the answer is yes. A page on its way to another address answers nothing: it is asked again.
 * @throws when the time is over, naming what was waited for.
 */
export async function until(
  ask: () => Promise<boolean>,
  what: string,
  timeoutMs: number,
  everyMs = 25,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  let problem = '';
  for (;;) {
    try {
      if (await ask()) return;
      problem = '';
    } catch (error) {
      problem = ` (${String(error)})`;
    }
    if (Date.now() > end) throw new Error(`not within ${timeoutMs} ms: ${what}${problem}`);
    await new Promise((done) => setTimeout(done, everyMs));
  }
}
