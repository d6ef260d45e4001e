/** Types of the public surface, checked by the compiler, and the names that others rely on. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Assumption, Range, StoredEstimate } from '../prompt';
import type { Factors } from '../refdb/types';
import * as otm from './index';

describe('the public surface of lib/otm', () => {
  it('has exactly these values', () => {
    expect(Object.keys(otm).sort()).toEqual([
      'LARGEST_QUANTITY',
      'METHOD_NAMES',
      'WHAT_IFS',
      'WorkloadError',
      'estimatePrompt',
      'headlineOf',
      'otmVersion',
      'toStoredEstimate',
      'whatIfs',
    ]);
    expect(otm.otmVersion).toMatch(/^1\.0\+shared\.\d+$/);
  });

  it('prices a workload with a factor set', () => {
    expectTypeOf(otm.estimatePrompt).parameters.toEqualTypeOf<
      [otm.Workload, Factors, otm.EstimateOptions?]
    >();
    expectTypeOf(otm.estimatePrompt).returns.toEqualTypeOf<otm.PromptEstimate>();
    expectTypeOf<otm.PromptEstimate>().toHaveProperty('energyWh').toEqualTypeOf<Range>();
    expectTypeOf<otm.PromptEstimate['costUsd']>().toEqualTypeOf<number | null>();
    expectTypeOf<otm.PromptEstimate['assumptions']>().toEqualTypeOf<() => Assumption[]>();
    expectTypeOf<otm.PromptEstimate['rangeCauses']>().returns.toEqualTypeOf<otm.RangeCauses>();
  });

  it('gives the store what a record keeps', () => {
    expectTypeOf(otm.toStoredEstimate).returns.toEqualTypeOf<StoredEstimate>();
    expectTypeOf<otm.RangeCauses>().toEqualTypeOf<StoredEstimate['rangeCauses']>();
  });

  it('knows its methods and headlines by name', () => {
    expectTypeOf<otm.Headline>().toEqualTypeOf<'otm-shared' | 'otm-v1'>();
    expectTypeOf<otm.MethodName>().toEqualTypeOf<(typeof otm.METHOD_NAMES)[number]>();
    expectTypeOf<otm.Methods['ecologits']>().toEqualTypeOf<Range | undefined>();
  });

  it('lets nothing be changed', () => {
    type Writable<T> = { -readonly [K in keyof T]: T[K] };
    // @ts-expect-error a read-only result must not pass for one that may be written
    expectTypeOf<otm.PromptEstimate>().toEqualTypeOf<Writable<otm.PromptEstimate>>();
    // @ts-expect-error nor a workload
    expectTypeOf<otm.Workload>().toEqualTypeOf<Writable<otm.Workload>>();
  });
});
