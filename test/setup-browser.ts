import { fixtureCleanup } from '@open-wc/testing';
import { afterEach } from 'vitest';

// open-wc looks for a global afterEach, which vitest does not offer: clean-up is registered by hand.
afterEach(() => fixtureCleanup());
