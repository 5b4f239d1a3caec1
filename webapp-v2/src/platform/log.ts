/** Tells the browser's console that something went wrong which no user can mend: a named event with fields. */
export function logError(event: string, fields: Record<string, unknown>): void {
  console.error(event, fields);
}
