/** Which files ask to be compiled while they travel (ADR 0020): the build writes the line, `npm run size` looks for it. */

/** First line of such a file. V8 compiles all of it at once, on a thread of its own; other browsers read a comment. */
export const COMPILE_EARLY = '//# allFunctionsCalledOnLoad\n';

/** Smaller files hold up nothing that could be measured. Letters. */
const WORTH_IT = 8_000;

/** Should a file with this code have the line, and has it none? */
export const isCompiledLate = (code: string): boolean => code.length > WORTH_IT && !code.startsWith(COMPILE_EARLY);
