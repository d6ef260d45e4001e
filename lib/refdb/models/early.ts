// biome-ignore-all format: a table reads by its rows
import { modelsOf, scaledSize } from './row';
import { EARLY_PRICES, EARLY_SIZES, SIZE_GUESS } from './sources';

const SONNET_35 = [400, 90, 15] as const;

/** What imported histories need from before the other tables, and ChatGPT's agent. */
export const earlyModels = [
  ...modelsOf({ provider: 'openai', tokenizer: 'openai-cl100k', source: EARLY_SIZES, priceSource: EARLY_PRICES }, [
    { id: 'gpt-3.5', name: 'GPT-3.5', release: '2022-11-30', labels: ['GPT-3.5', 'GPT-3.5 Turbo'], slugs: ['text-davinci-002-render', 'text-davinci-002-render-sha', 'text-davinci-002-render-paid', 'gpt-3-5-turbo'],
      reasoning: 'none', tier: 'medium', totalB: [20, 60, 175], activeB: [20, 60, 175], bits: [8, 8, 16],
      tps: 90, ttft: 0.5, usd: [2, 2, null], repriced: [['2023-06-13', [1.5, 2, null], EARLY_PRICES], ['2024-01-25', [0.5, 1.5, null], EARLY_PRICES]], sure: 'low',
      note: 'GPT-3 had 175B; a withdrawn paper (CodeFusion, 2023) put the turbo model at 20B; centre between them', },
    { id: 'chatgpt-agent', name: 'ChatGPT agent', release: '2025-07-17', labels: ['ChatGPT agent', 'Agent'], slugs: ['agent-mode', 'chatgpt-agent'],
      reasoning: 'always', tier: 'large', totalB: [200, 400, 1500], activeB: [30, 80, 150], bits: [4, 8, 16], tokenizer: 'openai-o200k', source: SIZE_GUESS,
      tps: 75, ttft: 10, usd: null, sure: 'very-low', note: 'A model of the size of o3; the steps that it takes in its own browser are not on the page', },
  ]),
  ...modelsOf({ provider: 'anthropic', tokenizer: 'claude-3-to-4.6', source: SIZE_GUESS, priceSource: EARLY_PRICES }, [
    { id: 'claude-1', name: 'Claude 1', release: '2023-03-14', labels: ['Claude 1', 'Claude 1.3'], slugs: ['claude-1', 'claude-1-3'],
      reasoning: 'none', tier: 'large', ...scaledSize(SONNET_35, 32.68), bits: [8, 8, 16], tps: 30, ttft: 1, usd: [11.02, 32.68, null], sure: 'very-low', note: 'No older row has evidence: size scaled by launch price from Claude 3.5 Sonnet', },
    { id: 'claude-2', name: 'Claude 2', release: '2023-07-11', labels: ['Claude 2', 'Claude 2.1'], slugs: ['claude-2', 'claude-2-1'],
      reasoning: 'none', tier: 'large', ...scaledSize(SONNET_35, 32.68), bits: [8, 8, 16], tps: 30, ttft: 1, usd: [11.02, 32.68, null], repriced: [['2023-11-21', [8, 24, null], EARLY_PRICES]], sure: 'very-low', note: 'No older row has evidence: size scaled by launch price from Claude 3.5 Sonnet', },
    { id: 'claude-3-sonnet', name: 'Claude 3 Sonnet', release: '2024-03-04', labels: ['Claude 3 Sonnet'], slugs: ['claude-3-sonnet-20240229'],
      reasoning: 'none', tier: 'large', totalB: [70, 400, 1000], activeB: [44, 90, 200], bits: [4, 8, 16], tps: 60, ttft: 1, usd: [3, 15, null], sure: 'low', note: 'Price and range of Claude 3.5 Sonnet', },
  ]),
  ...modelsOf({ provider: 'google', tokenizer: 'gemini', source: EARLY_SIZES, priceSource: EARLY_PRICES }, [
    { id: 'bard-lamda', name: 'Bard (LaMDA)', release: '2023-03-21', labels: ['LaMDA'], slugs: [],
      reasoning: 'none', tier: 'medium', totalB: [10, 60, 137], activeB: [10, 60, 137], bits: [8, 8, 16], tps: 60, ttft: 1, usd: null, sure: 'very-low', note: 'Google called it a lightweight LaMDA; the largest LaMDA of its paper has 137B', },
    { id: 'palm-2', name: 'Bard (PaLM 2)', release: '2023-05-10', labels: ['PaLM 2'], slugs: ['palm-2'],
      reasoning: 'none', tier: 'large', totalB: [30, 150, 340], activeB: [30, 150, 340], bits: [8, 8, 16], tps: 60, ttft: 1, usd: null, sure: 'very-low', note: 'The press gave 340B for the largest PaLM 2; the one of Bard is not known', },
    { id: 'gemini-1.0-pro', name: 'Gemini 1.0 Pro', release: '2023-12-06', labels: ['1.0 Pro'], slugs: ['gemini-1-0-pro'],
      reasoning: 'none', tier: 'medium', totalB: [30, 120, 400], activeB: [15, 60, 150], bits: [4, 8, 16], tps: 90, ttft: 0.7, usd: [0.5, 1.5, null], sure: 'very-low', source: SIZE_GUESS, note: 'By price and speed between 1.5 Flash and 1.5 Pro', },
  ]),
];
