/** Where in a JSON text a value stands: pointer → line. For texts that `JSON.parse` has taken. */

/** Deeper than any definition; what lies below is told with the line of its parent. */
const DEEPEST = 100;
const step = (key: string): string => key.replace(/~/g, '~0').replace(/\//g, '~1');

/** Lines from 1, by JSON pointer; the whole text is `''`. */
export function linesOf(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;
  const blank = (): void => {
    for (; at < text.length && /[\s,:]/.test(text[at] ?? ''); at += 1) if (text[at] === '\n') line += 1;
  };
  const string = (): string => {
    const start = at;
    for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    at += 1;
    return JSON.parse(text.slice(start, at)) as string;
  };
  const value = (pointer: string, depth: number): void => {
    blank();
    if (depth <= DEEPEST) lines.set(pointer, line);
    const open = text[at] ?? '';
    if (open === '"') string();
    else if (open === '{' || open === '[') inside(pointer, depth, open === '{');
    else while (at < text.length && /[^\s,\]}]/.test(text[at] ?? '')) at += 1;
  };
  const inside = (pointer: string, depth: number, isObject: boolean): void => {
    at += 1;
    for (let index = 0; ; index += 1) {
      blank();
      if (at >= text.length || /[\]}]/.test(text[at] ?? '')) break;
      value(`${pointer}/${isObject ? step(string()) : index}`, depth + 1);
    }
    at += 1;
  };
  value('', 0);
  return lines;
}

/** The line of a pointer, or of the nearest parent that is there. */
export function lineOf(lines: ReadonlyMap<string, number>, pointer: string): number {
  for (let known = pointer; known !== ''; known = known.slice(0, known.lastIndexOf('/'))) {
    const line = lines.get(known);
    if (line !== undefined) return line;
  }
  return lines.get('') ?? 1;
}

/** The line in which the text stops being JSON, from the message of the parser; 1 when it does not say. */
export function lineOfSyntaxError(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  // V8 names either the position, or the ten letters before and after; «Unexpected end» is the last line.
  const around = /\.\.\."([\s\S]*)"(?:\.\.\.)? is not valid JSON/.exec(message)?.[1];
  const seen = around === undefined ? -1 : text.lastIndexOf(around);
  const until = position !== undefined ? Number(position) : seen >= 0 ? seen + 10 : /end of JSON/i.test(message) ? text.length : 0;
  return text.slice(0, until).split('\n').length;
}
