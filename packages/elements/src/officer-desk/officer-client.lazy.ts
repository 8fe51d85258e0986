/** The officer's client of the SDK, loaded when somebody signs in. */
export { createOfficerClient } from '@motcua/sdk/officer';
