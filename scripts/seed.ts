export interface DemoPerson {
  name: string;
  email: string;
  password: string;
}

/** Invented people; the reserved domain `example.test` cannot receive mail. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { name: 'Mara Linde', email: 'mara.linde@example.test', password: 'demo-mara-1' },
  { name: 'Tobin Feld', email: 'tobin.feld@example.test', password: 'demo-tobin-1' },
  { name: 'Suri Okano', email: 'suri.okano@example.test', password: 'demo-suri-1' },
];

export interface SeedOptions {
  /** Such as `http://127.0.0.1:5002/api/v1`. */
  apiUrl: string;
  /** The Auth emulator, such as `http://127.0.0.1:9099`. */
  authUrl: string;
  log: (line: string) => void;
}

/** Fills empty emulators with what the demo shows. @throws when the Auth emulator refuses an account. */
export async function seed({ authUrl, log }: SeedOptions): Promise<void> {
  for (const person of DEMO_PEOPLE) await register(authUrl, person);
  log(`Created ${DEMO_PEOPLE.length} demo accounts`);
}

/** Creates the account in the Auth emulator and gives its ID token back. */
async function register(authUrl: string, { name, email, password }: DemoPerson): Promise<string> {
  const answer = await fetch(`${authUrl}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, displayName: name, returnSecureToken: true }),
  });
  if (!answer.ok) throw new Error(`The Auth emulator refused ${email}: ${await answer.text()}`);
  const { idToken } = (await answer.json()) as { idToken: string };
  return idToken;
}
