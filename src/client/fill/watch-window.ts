import type { Desk } from './desk.ts';

/** Saves a draft when its window is hidden or closed, and follows changes made in other windows. */
export function watchWindow(desk: Desk): void {
  addEventListener('storage', ({ key, newValue }) => {
    desk.storageChanged(key, newValue);
  });
  addEventListener('pagehide', () => {
    desk.flush();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') desk.flush();
  });
  addEventListener('beforeunload', (event) => {
    desk.flush();
    // What is nowhere but on screen is not to be left by accident.
    if (desk.saving.state === 'failed') event.preventDefault();
  });
}
