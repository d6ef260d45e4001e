import { gemini } from './gemini-parts';

export const GEMINI_LR26 = gemini('gemini-lr26');
