import { describe, expectTypeOf, it } from 'vitest';
import type { Range, SiteId } from '../prompt';
import * as refdb from './index';

describe('the public surface of lib/refdb', () => {
  it('looks models up', () => {
    expectTypeOf(refdb.lookUpModel).toEqualTypeOf<(query: refdb.ModelQuery) => refdb.ModelMatch>();
    expectTypeOf(refdb.modelById).toEqualTypeOf<(id: string) => refdb.Model | null>();
    expectTypeOf(refdb.knownModel).toEqualTypeOf<(id: string) => refdb.Model>();
    expectTypeOf(refdb.siteProvider).toEqualTypeOf<(site: SiteId) => refdb.ProviderId>();
    expectTypeOf(refdb.unknownModelId).toEqualTypeOf<(site: SiteId) => string>();
    expectTypeOf(refdb.models).toEqualTypeOf<readonly refdb.Model[]>();
  });

  it('makes factors of a match or of a named model', () => {
    expectTypeOf(refdb.factorsFor).returns.toEqualTypeOf<refdb.Factors>();
    expectTypeOf<refdb.ModelMatch>().toExtend<refdb.FactorsSubject>();
    expectTypeOf<{ model: refdb.Model; guessed: false }>().toExtend<refdb.FactorsSubject>();
    expectTypeOf<refdb.Factors['values']['pue']['value']>().toEqualTypeOf<Range>();
    expectTypeOf<{ pue: number }>().toExtend<refdb.FactorOverrides>();
    expectTypeOf<{ pue: string }>().not.toExtend<refdb.FactorOverrides>();
  });

  it('checks overrides and zones', () => {
    expectTypeOf(refdb.validateOverride).toEqualTypeOf<
      (name: string, value: number) => refdb.OverrideCheck
    >();
    expectTypeOf(refdb.resolveZone).toEqualTypeOf<(code: string) => refdb.GridZone | null>();
    expectTypeOf(refdb.listZones).toEqualTypeOf<() => readonly refdb.GridZone[]>();
    expectTypeOf(refdb.acceleratorOverrides).returns.toEqualTypeOf<refdb.FactorOverrides>();
    expectTypeOf(refdb.isFactorName).guards.toEqualTypeOf<refdb.FactorName>();
  });

  it('lets nobody write into the tables', () => {
    const rename = (model: refdb.Model) => {
      // @ts-expect-error rows are read-only
      model.id = '';
    };
    expectTypeOf(rename).returns.toBeVoid();
  });

  it('tells tokenizers apart', () => {
    expectTypeOf(refdb.tokenizerRelation).parameter(0).toEqualTypeOf<refdb.TokenizerFamily>();
    expectTypeOf(refdb.tokenErrors.markup.high).toExtend<number>();
  });
});
