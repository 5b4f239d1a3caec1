import process from 'node:process';

/** A failure that the person at the keyboard can act on: its message is one sentence with the remedy, and is all that is shown. */
export class Explained extends Error {}

/** Runs a command to its end: the exit code is what `main` returns, or 1 with the explanation where it fails. */
export function runMain(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (failure: unknown) => {
      if (failure instanceof Explained) console.error(`\n✗ ${failure.message}`);
      else console.error(failure);
      process.exit(1);
    },
  );
}
