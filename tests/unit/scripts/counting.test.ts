/** The table for people, from a few invented results. */
import { describe, expect, it } from 'vitest';
import { type BrowserRun, report } from '../../e2e/matrix/report';
import type { CellResult } from '../../e2e/matrix/types';

const result = (situation: string, layout: CellResult['layout'], problems: string[] = []): CellResult => ({
  situation,
  layout,
  browser: 'chromium',
  problems,
  records: 1,
  seconds: 2,
});

const RUN: BrowserRun = {
  browser: 'chromium',
  version: 'Chromium 1',
  code: 'abc1234',
  results: [
    result('send-enter', 'chatgpt-d'),
    result('send-enter', 'claude-c', ['input length is 3, not 4']),
    result('end-error-before', 'chatgpt-c'),
    result('end-error-before', 'gemini-a'),
    result('end-limit', 'chatgpt-c', ['status is complete, not failed']),
    result('answer-approval-before', 'claude-b'),
  ],
  strays: [],
};

/** The cells of a row by the layout above them. */
function row(text: string, title: string): Record<string, string> {
  const lines = text.split('\n');
  const place = lines.findIndex((line) => line.startsWith(`| ${title} |`));
  const head = lines.slice(0, place).findLast((line) => line.startsWith('| Situation |')) ?? '';
  const cellsOf = (line: string): string[] => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
  const cells = cellsOf(lines[place] ?? '');
  return Object.fromEntries(cellsOf(head).map((name, at) => [name, cells[at] ?? '']));
}

describe('the table of what was played', () => {
  const text = report([RUN], '2026-11-27');

  it('counts what saved pages show apart from what is made up', () => {
    expect(text).toContain(
      'Situations that saved pages show: 3 cells played, 2 passed, 1 failed. Made up from reports alone: 3 cells played, 2 passed, 1 failed.',
    );
  });

  it('has all nine layouts, that without an account among them', () => {
    expect(text).toContain('Simulated pages of the three sites in 9 layouts');
    expect(row(text, 'Enter, in a new chat and again in the same')['chatgpt-d']).toBe('C✓ F?');
  });

  it('marks a cell as made up where no saved page shows it, and only there', () => {
    const failure = row(text, 'Error before the first token');
    expect(failure).toMatchObject({ 'chatgpt-c': 'C✓ F?', 'gemini-a': 'C✓ F? °' });
    expect(row(text, 'Limit banner instead of an answer')).toMatchObject({ 'chatgpt-c': 'C✗ F? °' });
  });

  it('gives the reason where a layout has no such thing', () => {
    const title = 'A tool waits for its user’s permission before the first token';
    expect(row(text, title)).toMatchObject({ 'claude-b': 'C✓ F? °', 'gemini-a': '–' });
    expect(text).toContain(
      `- ${title}, not on chatgpt-a, chatgpt-b, chatgpt-c, chatgpt-d, gemini-a, gemini-lr26: No mark of a permission`,
    );
  });

  it('names what failed', () => {
    expect(text).toContain('- chromium, claude-c, send-enter: input length is 3, not 4');
  });
});
