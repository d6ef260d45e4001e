/** The installation opens a page in front; a test that is about something else must not find its own one hidden. */
const PATIENCE_MS = 5_000;

/** Waits for the welcome page and closes it; gives up when none comes, as in a build without one. */
export async function closeWelcome(
  find: () => Promise<{ close(): Promise<void> } | undefined>,
): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const page = await find();
    if (page !== undefined) return page.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
