/** Signs that the line may be back, so that nobody waits out a long pause for nothing. */

/** Calls `run` on each sign; gives back how to stop listening. */
export type Wake = (run: () => void) => () => void;

/** The browser's signs: online again, page in front again (phones put background tabs to sleep). Does nothing elsewhere. */
export const systemWake: Wake = (run) => {
  const targets: [EventTarget | undefined, string][] = [[globalThis, 'online'], [globalThis, 'pageshow'], [globalThis.document, 'visibilitychange']];
  for (const [target, type] of targets) target?.addEventListener?.(type, run);
  return () => {
    for (const [target, type] of targets) target?.removeEventListener?.(type, run);
  };
};
