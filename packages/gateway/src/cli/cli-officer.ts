/** The commands that make and end the tokens of officers. */
import type { Deps } from '../deps.ts';
import { addOfficer, listOfficers, revokeOfficer } from '../use-cases/officers.ts';
import { UsageError } from './cli-settings.ts';

/** Options of `officer …`, as typed. */
export interface OfficerOptions {
  readonly site?: string | undefined;
  readonly name?: string | undefined;
  readonly role?: string | undefined;
}

async function add(deps: Deps, _id: string | undefined, { site, name, role = 'officer' }: OfficerOptions): Promise<string> {
  if (site === undefined || name === undefined) throw new UsageError('officer add needs --site and --name');
  if (role !== 'officer' && role !== 'leader' && role !== 'viewer') throw new UsageError('--role is officer, leader or viewer');
  const { id, token } = await addOfficer(deps, { site, name, role });
  return `officer ${id}\ntoken ${token}\nThe token is shown only now: keep it safe.`;
}

async function list(deps: Deps, _id: string | undefined, { site }: OfficerOptions): Promise<string> {
  const officers = await listOfficers(deps, site);
  return officers.map((one) => [one.id, one.site, one.role, one.revoked_at === null ? 'active' : 'revoked', one.name].join('  ')).join('\n');
}

async function revoke(deps: Deps, id: string | undefined): Promise<string> {
  if (id === undefined || !(await revokeOfficer(deps, id))) throw new UsageError('officer revoke needs the id of an officer whose token still works');
  return `The token of ${id} no longer works.`;
}

const ACTIONS: Readonly<Record<string, (deps: Deps, id: string | undefined, options: OfficerOptions) => Promise<string>>> = { add, list, revoke };

/** Runs `officer add|list|revoke`; answers the text to print. Throws {@link UsageError}. */
export async function runOfficer(deps: Deps, [action = '', id]: readonly string[], options: OfficerOptions): Promise<string> {
  const run = ACTIONS[action];
  if (run === undefined) throw new UsageError('officer add, officer list or officer revoke');
  return run(deps, id, options);
}
