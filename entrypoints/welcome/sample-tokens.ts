/** A short question and an answer of about a page, in tokens. Apart from the price, which loads the tables. */
export const SAMPLE_TOKENS = { input: 15, output: 300 } as const;
