import { gemini } from './gemini-parts';

export const GEMINI_A = gemini('gemini-a');
