/**
 * Text of one line as it is kept: composed (NFC), without control characters, of which pasted text is full, and without space
 * around it. Law: doing it again changes nothing.
 */
export const normaliseLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .trim();

/** The same for text of several lines, which may have tabs, too. */
export const normaliseText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .trim();
