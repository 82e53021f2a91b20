/**
 * Opens the search: by its button, by `/` and by Ctrl+K. What it takes to search is loaded then, so that a page costs
 * nothing for it.
 */
import { readStored, writeStored } from '../stored.ts';

/** WCAG 2.1.4: a single-character shortcut must be possible to turn off. */
const slashKey = 'planshelf.search.slash';

class SiteSearch extends HTMLElement {
  #dialog: HTMLDialogElement | null = null;

  connectedCallback(): void {
    this.#dialog = this.querySelector('dialog');
    const slash = this.querySelector<HTMLInputElement>('.search-slash input');
    if (slash !== null) {
      slash.checked = readStored(slashKey) !== 'off';
      slash.addEventListener('change', () => writeStored(slashKey, slash.checked ? undefined : 'off'));
    }
    this.querySelector('.search-open')?.addEventListener('click', () => {
      this.open();
    });
    document.addEventListener('keydown', this);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this);
  }

  handleEvent(event: KeyboardEvent): void {
    if (!this.#isShortcut(event) || document.querySelector('dialog:modal') !== null) return;
    event.preventDefault();
    this.open();
  }

  /** The shelf has a field of its own, whose search has an address to share. */
  open(): void {
    const field = document.querySelector<HTMLInputElement>('.shelf-search [role="combobox"]');
    if (field !== null) {
      field.focus();
      field.select();
      return;
    }
    this.#dialog?.showModal();
    // The words of the last time stay, ready to be typed over.
    this.querySelector<HTMLInputElement>('[role="combobox"]')?.select();
    void import('./search-panel.ts').then(({ startPanel }) => {
      startPanel(this);
    });
  }

  #isShortcut({ key, ctrlKey, metaKey, altKey, isComposing, target }: KeyboardEvent): boolean {
    if (key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey) return true;
    if (key !== '/' || ctrlKey || metaKey || altKey || isComposing) return false;
    const writing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
    return !writing && readStored(slashKey) !== 'off';
  }
}

customElements.define('site-search', SiteSearch);
