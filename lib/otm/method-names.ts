/** Every estimator beside OTM-shared, by the name it has in results. */
export const METHOD_NAMES = [
  'otm-v1',
  'otm-v1.1',
  'otm-time-share',
  'ecologits',
  'how-hungry',
  'epoch',
  'silicon',
  'joules-per-throughput',
  'ai-wattch',
] as const;
export type MethodName = (typeof METHOD_NAMES)[number];
