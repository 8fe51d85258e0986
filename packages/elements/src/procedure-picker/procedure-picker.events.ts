/** What the picker and the sheet tell the page. All bubble and are composed: a person did them. */

/** A procedure was chosen in the list. */
export class ProcedureSelectEvent extends Event {
  /** National code. */
  readonly code: string;
  constructor(code: string) {
    super('motcua-procedure-select', { bubbles: true, composed: true });
    this.code = code;
  }
}

/** «Bắt đầu làm hồ sơ» was pressed. Call `preventDefault()` to say that the page opens the form. */
export class ProcedureStartEvent extends Event {
  /** National code. */
  readonly code: string;
  constructor(code: string) {
    super('motcua-procedure-start', { bubbles: true, composed: true, cancelable: true });
    this.code = code;
  }
}

/** «Quay lại» was pressed on the sheet. */
export class ProcedureLeaveEvent extends Event {
  /** National code. */
  readonly code: string;
  constructor(code: string) {
    super('motcua-procedure-leave', { bubbles: true, composed: true });
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'motcua-procedure-select': ProcedureSelectEvent;
    'motcua-procedure-start': ProcedureStartEvent;
    'motcua-procedure-leave': ProcedureLeaveEvent;
  }
}
