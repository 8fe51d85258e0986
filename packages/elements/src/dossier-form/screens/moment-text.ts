/** Times of the device for people. */

const two = (number: number): string => String(number).padStart(2, '0');

/** `10:32`, in the time of the device. */
export function timeText(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `10:32, 23/11`. */
export function momentText(at: number): string {
  const date = new Date(at);
  return `${timeText(at)}, ${two(date.getDate())}/${two(date.getMonth() + 1)}`;
}
