const KEY = 'signed-in-before';

/** Whether anybody has signed in with this browser: no more is kept, least of all who. */
export const visits = {
  hasSignedIn(): boolean {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      // The browser keeps nothing for this site.
      return false;
    }
  },
  note(hasSignedIn: boolean): void {
    try {
      if (hasSignedIn) localStorage.setItem(KEY, '');
      else localStorage.removeItem(KEY);
    } catch {
      // As above: the next visit begins as the first one did.
    }
  },
};
