import { afterEach, describe, expect, it } from 'vitest';
import de from '../../assets/locales/de.json';
import { IMPORT_FAULTS, StoreError } from '../store/errors';
import { errorOfFailure, errorText, faultText } from './error-text';
import { setLocale } from './i18n';

afterEach(() => {
  setLocale('en');
});

const damaged = new StoreError('invalid-import', 'English for logs', {
  fault: { code: 'damaged-field', params: { row: 7, field: 'status' } },
});

describe('the words of an error', () => {
  it('are those of its kind, in the language of the page', () => {
    expect(errorText(new StoreError('blocked'))).toMatch(/^Close other Tokenprint pages/);
    expect(errorText(damaged)).toBe('row 7 of the file is damaged: status.');
    setLocale('de', de);
    expect(errorText(new StoreError('quota'))).toBe(de['problem.quota.body']);
    expect(errorText(damaged)).toBe('Zeile 7 der Datei ist beschädigt: status.');
  });

  it('know the browser’s own full disk', () => {
    expect(errorText(new DOMException('full', 'QuotaExceededError'))).toMatch(/Free some disk space/);
  });

  it('are there for everything that can be wrong with a file', () => {
    for (const code of IMPORT_FAULTS) {
      const words = errorText(new StoreError('invalid-import', 'English', { fault: { code, params: {} } }));
      expect(words, code).not.toMatch(/English|import\.fault/);
    }
  });

  it('are the error’s own where nobody foresaw it', () => {
    expect(errorText(new Error('no space left'))).toBe('no space left');
    expect(faultText('no space left')).toBe('no space left');
  });

  it('survive the way through the worker', () => {
    expect(errorText(errorOfFailure({ kind: 'quota', message: '' }))).toMatch(/Free some disk space/);
    expect(errorText(errorOfFailure({ kind: 'unexpected', message: 'odd' }))).toBe('odd');
    expect(faultText('broken')).toMatch(/database reports a fault/);
  });
});
