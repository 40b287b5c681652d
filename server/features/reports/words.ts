/** How reports put colours, levels, numbers and lists in words. */
export { levelWords, type LevelWords } from '../../domain/instrument/level-words.ts';
export { andList, capital, counted, inWords, lower } from '../../web/english.ts';
export { toRag, type RagView } from '../../web/glyphs/rag.ts';

/** Two decimals, with a real minus sign. */
export function decimal(figure: number): string {
  return figure.toFixed(2).replace('-', '−');
}
