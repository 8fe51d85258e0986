/** What a status means: who has to act, and where it may go. The tables are the contract's. */
export { allowedNextStatuses, isFinal, statusFromNationalCode, whoActsNow, type ActorContext } from './next-step.ts';
