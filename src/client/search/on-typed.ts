/** Calls back with every change of a field, but not while an input method is at work: its letters are not yet words. */
export function onTyped(field: HTMLInputElement, changed: () => void): void {
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) changed();
  });
  field.addEventListener('compositionend', changed);
}
