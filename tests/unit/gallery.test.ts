import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const UI = new URL('../../lib/ui/', import.meta.url);
const SPECIMENS = new URL('../gallery/specimens/', import.meta.url);

describe('the component page', () => {
  it('shows every component of lib/ui', () => {
    const components = readdirSync(UI)
      .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
      .map((name) => name.replace('.tsx', ''));
    const shown = readdirSync(SPECIMENS)
      .map((name) => readFileSync(new URL(name, SPECIMENS), 'utf8'))
      .join('\n');
    expect(components.length).toBeGreaterThan(10);
    expect(components.filter((name) => !shown.includes(`lib/ui/${name}'`))).toEqual([]);
  });
});
