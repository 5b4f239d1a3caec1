export interface HttpRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface HttpAnswer {
  status: number;
  /** Value of a header, by its lower-case name. */
  header(name: string): string | null;
  /** The parsed JSON body; undefined where there is none or it is not JSON (a proxy's error page). */
  body: unknown;
}

/** Sends a request. @throws whatever when there was no answer: no network, aborted, or too slow */
export type Http = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpAnswer>;

/** A request without an answer must not hold the single flight of a group: a server that is there begins to answer sooner, a cold start included. */
const SILENCE_MS = 12_000;
/** The whole answer, over a slow network. */
const TIMEOUT_MS = 30_000;

export const browserHttp: Http = async ({ url, ...request }, signal) => {
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(), SILENCE_MS);
  const limits = [silent.signal, AbortSignal.timeout(TIMEOUT_MS)];
  try {
    const response = await fetch(url, {
      ...request,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.any(signal ? [signal, ...limits] : limits),
    });
    clearTimeout(timer);
    const text = await response.text();
    return { status: response.status, header: (name) => response.headers.get(name), body: parseJson(text) };
  } finally {
    clearTimeout(timer);
  }
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
