// Makes pages better that are complete without it: each part looks for its own marks on the page.
import { startAutosave } from './autosave.js';
import { startErrorSummary } from './error-summary.js';
import { startFields } from './fields.js';
import { startPrint } from './print.js';
import { startSuggestion } from './suggestion.js';
import { startUnsaved } from './unsaved.js';
import { startWaiting } from './waiting.js';
import { startWorkshop } from './workshop.js';

startErrorSummary();
startFields();
startPrint();
startSuggestion();
startUnsaved();
startAutosave();
startWaiting();
startWorkshop();
