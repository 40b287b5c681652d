/** How reports put colours, levels, numbers and lists in words. */
export { levelWords, type LevelWords } from '../../domain/instrument/level-words.ts';
export {
  andList,
  capital,
  counted,
  decimal,
  inWords,
  lower,
  shortFigure,
  wholeFigure,
} from '../../web/english.ts';
export { toRag, type RagView } from '../../web/glyphs/rag.ts';
