/** Runs in a worker before its first document: loads the modules that draw documents, and the fonts. */
import { loadFonts } from './fonts.ts';

export async function warmUp(documentModules: readonly string[]): Promise<void> {
  for (const module of documentModules) await import(module);
  loadFonts();
}
