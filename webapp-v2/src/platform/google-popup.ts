import { type Auth, browserPopupRedirectResolver, GoogleAuthProvider, signInWithPopup } from 'firebase/auth';

/** Signs in with Google in a window of its own; with the Auth emulator, in the form that it shows there. */
export const signInByPopup = (auth: Auth) => signInWithPopup(auth, new GoogleAuthProvider(), browserPopupRedirectResolver);
