import { type Auth, GoogleAuthProvider, signInWithCredential } from 'firebase/auth';
import './emulated-google.css';

/** For developers, hence in English. It wears the kit's classes, which the page around it has loaded. */
const FORM = `
  <form method="dialog" class="stack">
    <h2>Google, as the Auth emulator plays it</h2>
    <p>Any account will do; nothing leaves this machine.</p>
    <div class="field">
      <label class="field-label" for="emulated-email">Google account</label>
      <input class="control" id="emulated-email" name="email" type="email" required autocomplete="off" />
    </div>
    <div class="field">
      <label class="field-label" for="emulated-name">Name</label>
      <input class="control" id="emulated-name" name="name" required autocomplete="off" />
    </div>
    <button class="button button-primary" value="sign-in">Sign in with Google</button>
    <button class="button button-plain" value="" formnovalidate>Cancel</button>
  </form>`;

/**
 * Signs in with an account that Google does not know, which the Auth emulator accepts unsigned. The emulator's own window is of
 * no use here: it needs scripts of Google's to answer, and so a connection to the internet.
 */
export async function signInAtEmulator(auth: Auth): Promise<void> {
  const account = await askForAccount();
  if (!account) return;
  const claims = { sub: account.email, email: account.email, email_verified: true, name: account.name };
  await signInWithCredential(auth, GoogleAuthProvider.credential(JSON.stringify(claims)));
}

function askForAccount(): Promise<{ email: string; name: string } | null> {
  const dialog = document.createElement('dialog');
  dialog.className = 'emulated-google';
  dialog.innerHTML = FORM;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const typed = new FormData(dialog.querySelector('form') ?? undefined);
      dialog.remove();
      resolve(dialog.returnValue === '' ? null : { email: String(typed.get('email')), name: String(typed.get('name')) });
    });
  });
}
