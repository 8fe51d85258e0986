/** Registers every element of the citizen. */
import './site/motcua-site.ts';
