/** Log lines as JSON on standard output. */
import { pino } from 'pino';
import type { Logger } from '../ports/logger.ts';

/** `level`: `debug`, `info`, `warn`, `error` or `silent`. UTC stamps; no host name, no process id. */
export function pinoLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` });
}
