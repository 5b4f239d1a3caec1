import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Readable, Transform } from 'node:stream';
import type { Firestore } from 'firebase-admin/firestore';
import { readConfig } from '../firebase/functions/src/config.ts';
import { connectFirebase } from '../firebase/functions/src/repositories/firebase.ts';
import { createSystem, type System } from '../firebase/functions/src/system.ts';
import { createApi } from '../firebase/functions/src/wiring.ts';
import { HOST } from '../scripts/emulators/ports.ts';

interface Operations {
  reads: number;
  writes: number;
}

export interface CountedApi {
  apiUrl: string;
  db: Firestore;
  /** What Firestore was asked for since the last call. */
  take(): Operations;
  close(): Promise<unknown>;
}

/** The client's two doors to the server; every read and write of the library goes through them. They are internal, hence the cast. */
interface Transport {
  request(method: string, request: { writes?: unknown[] }, ...rest: unknown[]): Promise<unknown>;
  requestStream(method: string, ...rest: unknown[]): Promise<Readable>;
}

interface CountedApiOptions {
  /** Where its data is; by default in a project of its own, for which no triggers run. */
  projectId?: string;
  /** The server's clock, where it is not the machine's. */
  now?: System['now'];
}

/** The API in this process, counting as Firestore bills: one read a document, at least one a query; one write a document. */
export async function startCountedApi({ now = Date.now, ...options }: CountedApiOptions = {}): Promise<CountedApi> {
  const config = readConfig({ ...process.env, READS_PER_MINUTE: '1000000', MUTATIONS_PER_MINUTE: '1000000' });
  const { auth, close } = connectFirebase(config.projectId, 'accounts');
  const projectId = options.projectId ?? `${config.projectId}-counted`;
  const data = connectFirebase(projectId, 'counted');
  const take = countOperationsOf(data.db);
  const server = createServer(createApi({ db: data.db, auth }, config, { ...createSystem(), now, log: silent }));
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  return {
    apiUrl: `http://${HOST}:${(server.address() as AddressInfo).port}/api/v1`,
    db: data.db,
    take,
    close() {
      server.close();
      server.closeAllConnections();
      return Promise.all([close(), data.close()]);
    },
  };
}

/** Counts from now on; the returned function tells what was asked for since its last call. */
export function countOperationsOf(db: Firestore): () => Operations {
  let counted: Operations = { reads: 0, writes: 0 };
  count(db, (more) => {
    counted = { reads: counted.reads + (more.reads ?? 0), writes: counted.writes + (more.writes ?? 0) };
  });
  return () => {
    const taken = counted;
    counted = { reads: 0, writes: 0 };
    return taken;
  };
}

function count(db: Firestore, add: (more: Partial<Operations>) => void): void {
  const transport = db as unknown as Transport;
  const { request, requestStream } = transport;
  transport.request = (method, body, ...rest) => {
    if (method === 'commit') add({ writes: body.writes?.length ?? 0 });
    return request.call(db, method, body, ...rest);
  };
  transport.requestStream = async (method, ...rest) => {
    const source = await requestStream.call(db, method, ...rest);
    let documents = 0;
    const counter = new Transform({
      objectMode: true,
      transform(answer: { document?: unknown; found?: unknown; missing?: unknown; result?: unknown }, _, done) {
        if (answer.document || answer.found || answer.missing || answer.result) documents += 1;
        done(null, answer);
      },
      flush(done) {
        add({ reads: Math.max(1, documents) });
        done();
      },
    });
    source.once('error', (failure: Error) => counter.destroy(failure));
    return source.pipe(counter);
  };
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
