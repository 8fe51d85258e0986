/** Structured log lines without personal data: no codes of dossiers, no names, no query strings, no credentials. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One method a level; `message` is a constant text, facts go into `fields`. */
export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

const nothing = (): void => undefined;
/** Says nothing: the default in tests and in the browser. */
export const silentLogger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
