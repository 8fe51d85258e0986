// Lowers ky to the browser floor while a page is built or a browser test is served
// (docs/decisions/0004-ky-lowered-to-the-floor.md).

/** What rollup and Vite take as a plugin. */
interface Plugin {
  readonly name: string;
  transform(code: string, id: string): { code: string; map: null } | null;
  buildEnd(error?: Error): void;
}

const KY = /[\\/]node_modules[\\/]ky[\\/][^?]*\.js(\?|$)/;

/**
 * `Object.hasOwn` came with Chromium 93, one after the floor: in ky, and only there, the older call takes its place. No line
 * changes its number, so maps stay true. Throws when ky stands in the build and nothing, or not all of it, could be lowered.
 */
export function lowerKy(): Plugin {
  let seen = false;
  let lowered = 0;
  return {
    name: 'lower-ky',
    transform(code, id) {
      if (!KY.test(id)) return null;
      seen = true;
      const parts = code.split('Object.hasOwn(');
      if (parts.length > 1) lowered += 1;
      const low = parts.join('Object.prototype.hasOwnProperty.call(');
      if (/\bhasOwn\b/.test(low)) throw new Error(`${id} uses Object.hasOwn in a way that lowerKy does not know`);
      return { code: low, map: null };
    },
    buildEnd(error) {
      if (!error && seen && lowered === 0) throw new Error('ky does not call Object.hasOwn any more: lowerKy can go');
    },
  };
}
