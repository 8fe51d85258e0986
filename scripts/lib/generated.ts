import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Answers whether a generated file that is kept in the repository is what its generator writes now.
 * The file is left as it was: whoever changed the sources must see and commit the difference.
 * Without a generator there is nothing to compare, and the answer is yes.
 */
export async function unchanged(file: string, generator: string, generate: () => Promise<boolean>): Promise<boolean> {
  if (!existsSync(generator)) {
    console.log(`${generator} does not exist, nothing to compare`);
    return true;
  }
  const before = existsSync(file) ? readFileSync(file) : undefined;
  if (!(await generate())) return false;
  const after = existsSync(file) ? readFileSync(file) : undefined;
  if (before === undefined) {
    console.log(`${file} was missing; it is written now: look at it and commit it`);
    return false;
  }
  if (after && before.equals(after)) return true;
  writeFileSync(file, before);
  console.log(`${file} is out of date: generate it again (npm run openapi, npm run manifest) and commit it`);
  return false;
}
