/** Calls back with every change of a field, but not while an input method is at work: its letters are not yet words. */
export function whenTyped(field: HTMLInputElement, changed: () => void): void {
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) changed();
  });
  field.addEventListener('compositionend', changed);
}
