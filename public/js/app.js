// Makes pages better that are complete without it: each part looks for its own marks on the page.
import { startAutosave } from './autosave.js';
import { startErrorSummary } from './error-summary.js';
import { startFields } from './fields.js';
import { startPrint } from './print.js';
import { startSuggestion } from './suggestion.js';
import { startUnsaved } from './unsaved.js';
import { startWorkshop } from './workshop.js';

startErrorSummary();
startFields();
startPrint();
startSuggestion();
startUnsaved();
startAutosave();
startWorkshop();

// Only where a page waits is there another script to ask for.
if (document.querySelector('[data-waiting]')) {
  const { startWaiting } = await import('./waiting.js');
  startWaiting();
}
