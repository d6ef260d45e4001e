import { gemini } from './gemini-exchange';

export const GEMINI_LR26 = gemini('gemini-lr26');
