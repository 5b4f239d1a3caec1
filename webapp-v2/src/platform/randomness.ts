/** Chance as a parameter. */
export interface Randomness {
  /** Uniform in [0, 1), for jitter. */
  random(): number;
  /** An id for something this browser makes: a UUID in lower case. */
  uuid(): string;
  /** A secret of 256 random bits, base64url. */
  token(): string;
}

const TOKEN_BYTES = 32;

export const systemRandomness: Randomness = {
  random: () => Math.random(),
  uuid: () => crypto.randomUUID(),
  token: () => base64url(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))),
};

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
