/** Classes, events and types. Importing this file registers nothing. */
export { CounterElement } from './counter/counter-element.ts';
export { ProcedurePickerElement } from './procedure-picker/procedure-picker-element.ts';
export { ProcedureSheetElement } from './procedure-picker/procedure-sheet-element.ts';
export { ProcedureLeaveEvent, ProcedureSelectEvent, ProcedureStartEvent } from './procedure-picker/procedure-picker.events.ts';
export { ServiceBoardElement } from './service-board/service-board-element.ts';
export { SiteElement } from './site/site-element.ts';
export { StatusTrackerElement } from './status-tracker/status-tracker-element.ts';
export { PostalDeliveryElement } from './postal-delivery/postal-delivery-element.ts';
export { DossierFormElement } from './dossier-form/dossier-form-element.ts';
export { DossierSubmitEvent, DraftSaveEvent, FormLeaveEvent } from './dossier-form/dossier-form.events.ts';
export { registerField, type OwnField } from './dossier-form/register-field.ts';
export { makePort } from './connect.ts';
export type { CounterPort, CounterReads, ReadOptions } from './context/counter-port.ts';
