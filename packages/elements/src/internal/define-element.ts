/** Registers a tag once. A second copy of the library on the page finds the name taken and leaves the first in place. */
export function defineElement(tag: string, constructor: CustomElementConstructor): void {
  // Two bundles, or one pasted twice, are common on provincial CMSs: the first definition stays and nothing throws.
  if (customElements.get(tag) === undefined) customElements.define(tag, constructor);
}
