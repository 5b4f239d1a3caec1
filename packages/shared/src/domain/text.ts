/** Shows nothing or turns the text around it: no script needs them, unlike the joiners U+200C and U+200D and the marks U+200E and U+200F. */
const MISLEADING = /[\u00AD\u200B\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Nothing to be seen: space, what Unicode says to show nothing for, and the empty pattern of Braille. */
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/**
 * Text of one line as it is kept: composed (NFC), without control characters, of which pasted text is full, and without space
 * around it; empty where nothing of it can be seen. Law: doing it again changes nothing.
 */
export const normaliseLine = (text: string): string => seen(plain(text).replace(/\p{Cc}/gu, ' '));

/** The same for text of several lines, which may have tabs, too. */
export const normaliseText = (text: string): string =>
  seen(
    plain(text)
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, ' '),
  );

/** What is left out may have stood between a letter and its accent. */
const plain = (text: string): string => text.replace(MISLEADING, '').normalize('NFC');

const seen = (text: string): string => (UNSEEN.test(text) ? '' : text.trim());
