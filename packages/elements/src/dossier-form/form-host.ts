/** The element as the controller of the form sees it, and what both call things. */
import type { ReactiveController } from 'lit';
import type { Receipt } from '@motcua/contract/dossier';
import type { FormDefinition, Step } from '@motcua/contract/form';
import type { ProcedureBrief } from '@motcua/contract/procedure';
import type { Device } from '../internal/device.ts';
import type { SessionHost } from './form-session.ts';

/** The element as its controller sees it. */
export interface FormHost extends SessionHost {
  readonly device: Device;
  readonly procedure: string | null;
  readonly helper: boolean;
  /** One question a screen. */
  readonly oneByOne: boolean;
  addController(controller: ReactiveController): void;
  draftSaved(savedAt: number): void;
  submitted(receipt: Receipt): void;
}

/** Which screen is shown. */
export type Screen = 'loading' | 'failed' | 'start' | 'step' | 'summary' | 'receipt' | 'elsewhere';

/** What was read of one procedure at one counter. */
export interface Loaded {
  readonly procedure: ProcedureBrief;
  readonly definition: FormDefinition;
}

/** What a newer form did to a draft: answers to give again, with what was there before, and how many questions are gone. */
export interface FormUpdate {
  readonly again: readonly { readonly id: string; readonly before: string }[];
  readonly gone: number;
}

/** Where focus goes after the next render. */
export type FocusTarget = 'heading' | 'errors' | null;

/** Mark of a part that was finished: in helper mode it is covered when somebody comes back to it. */
export function doneMark(step: Step): string {
  return `done:${step.id}`;
}
