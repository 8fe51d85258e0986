// @open-wc/testing asks @web/test-runner for snapshot commands that only exist under its own
// server. Our runner is vitest; whoever calls one of these is told so.
const missing = (name) => () => {
  throw new Error(`${name} is not available under vitest`);
};

export const getSnapshot = missing('getSnapshot');
export const getSnapshots = missing('getSnapshots');
export const saveSnapshot = missing('saveSnapshot');
export const removeSnapshot = missing('removeSnapshot');
export const compareSnapshot = missing('compareSnapshot');
export const getSnapshotConfig = missing('getSnapshotConfig');
