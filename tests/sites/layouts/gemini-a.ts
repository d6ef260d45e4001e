import { gemini } from './gemini-exchange';

export const GEMINI_A = gemini('gemini-a');
