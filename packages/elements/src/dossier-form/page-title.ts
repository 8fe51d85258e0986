/** The title of the page while a form is open: screen readers and the list of tabs say where somebody is. */
export class PageTitle {
  #before: string | null = null;
  #own = '';

  /** Puts the text before the title of the page; null gives the page its title back. */
  show(text: string | null): void {
    // Somebody else has set another title meanwhile: theirs stays.
    if (this.#before !== null && document.title !== this.#own) this.#before = null;
    if (text === null) {
      if (this.#before !== null) document.title = this.#before;
      this.#before = null;
      return;
    }
    this.#before ??= document.title;
    document.title = this.#before === '' ? text : `${text} – ${this.#before}`;
    this.#own = document.title;
  }
}

/** Is the form what the page is about: right on it, or in our counter? */
export function isPageOfItsOwn(element: HTMLElement): boolean {
  const root = element.getRootNode();
  return root === document || (root instanceof ShadowRoot && root.host.localName === 'motcua-counter');
}
