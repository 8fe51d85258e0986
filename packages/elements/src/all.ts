/** Registers every element of the citizen. */
import './site/motcua-site.ts';
import './counter/motcua-counter.ts';
import './procedure-picker/motcua-procedure-picker.ts';
import './procedure-picker/motcua-procedure-sheet.ts';
import './postal-delivery/motcua-postal-delivery.ts';
import './service-board/motcua-service-board.ts';
import './status-tracker/motcua-status-tracker.ts';
import './dossier-form/motcua-dossier-form.ts';
