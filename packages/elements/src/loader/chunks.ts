/** Written into the loader by the build (rollup.config.mjs); absent when the sources run as they are. */
declare const __MOTCUA_CHUNKS__: Readonly<Record<string, readonly string[]>> | undefined;

/**
 * Entry name (`motcua-procedure-picker`) → the files it needs at once beside itself, as paths relative to the loader.
 * Asked for together with the entry, they save a round trip each on a slow line.
 */
export const CHUNKS: Readonly<Record<string, readonly string[]>> =
  typeof __MOTCUA_CHUNKS__ === 'undefined' ? {} : __MOTCUA_CHUNKS__;
