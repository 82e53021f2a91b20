/** The browser's own calendar, for a control that takes dates as people write them. */
import { readDate, readMonth } from '../../model/time/read-date.ts';

/** @param button stands before the browser's control for dates, and behind the one that a writer types into */
export function pickDate(button: Element): void {
  const picker = button.nextElementSibling;
  const control = document.getElementById(button.getAttribute('data-pick') ?? '');
  if (!(picker instanceof HTMLInputElement) || !(control instanceof HTMLInputElement)) return;
  picker.value = picked(picker.type, control.value);
  picker.onchange = () => {
    if (picker.value === '') return;
    control.value = picker.value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.focus();
  };
  // Where the browser has none for months, the control is one for text.
  if (picker.type === 'text') control.focus();
  else picker.showPicker();
}

function picked(type: string, text: string): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  if (type === 'date') {
    const reading = readDate(text);
    return reading.kind === 'day' ? `${reading.date.year}-${two(reading.date.month)}-${two(reading.date.day)}` : '';
  }
  const month = readMonth(text);
  return month === undefined ? '' : `${month.year}-${two(month.month)}`;
}
