import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { abortable } from '../../../src/press/abortable.ts';

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

describe('an answer unless a signal is aborted', () => {
  test('is the answer, and leaves nothing with the signal', async () => {
    const { signal } = new AbortController();
    const waiting = abortable(signal, Promise.resolve('页'));
    expect(listeners(signal)).toBe(1);
    expect(await waiting).toBe('页');
    await expect(abortable(signal, Promise.reject(new Error('坏了')))).rejects.toThrow('坏了');
    expect(listeners(signal)).toBe(0);
  });

  test('is the reason of a signal that is aborted first, or was before', async () => {
    const controller = new AbortController();
    const waiting = abortable(controller.signal, new Promise(() => undefined));
    controller.abort(new Error('页面没了'));
    await expect(waiting).rejects.toThrow('页面没了');
    await expect(abortable(controller.signal, Promise.resolve(1))).rejects.toThrow('页面没了');
    // A later rejection is ignored.
    await expect(abortable(controller.signal, Promise.reject(new Error('晚了')))).rejects.toThrow('页面没了');
  });
});
