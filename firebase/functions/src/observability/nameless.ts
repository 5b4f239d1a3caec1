/**
 * A text of somebody else's making, such as an error of Firestore, without what would name a person in it: the account in the path of a document, and
 * addresses.
 */
export const nameless = (text: string): string =>
  text.replace(/\busers\/[^\s/"'`]+/g, 'users/…').replace(/[^\s/<>"'`:,;()]+@[^\s/<>"'`:,;()]+\.[a-z]+/gi, '…@…');
