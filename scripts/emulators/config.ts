import { relative, resolve } from 'node:path';
import { type EmulatorPorts, HOST } from './ports.ts';

interface HeaderRule {
  source: string;
  headers: { key: string; value: string }[];
}

/** The parts of firebase.json that the emulators' configuration is made from. */
interface DeployableConfig {
  functions: { source: string };
  hosting: { public: string; headers: HeaderRule[] };
  firestore: { rules: string; indexes: string };
}

interface EmulatedPlaces {
  projectRoot: string;
  /** The folder this configuration is written to. */
  home: string;
  ports: EmulatorPorts;
  functionsFolder: string;
  pageFolder: string;
  withPubsub: boolean;
}

/**
 * The emulators' firebase.json: the deployable one with local ports and a policy that lets the page reach the emulators.
 * firebase-tools wants functions and pages relative to its folder, and rules and indexes absolute once they are outside of it.
 */
export function emulatorConfig(deployable: DeployableConfig, places: EmulatedPlaces): object {
  const { projectRoot, home, ports } = places;
  const fromHome = (path: string) => relative(home, resolve(projectRoot, path));
  const at = (port: number) => ({ host: HOST, port });
  return {
    ...deployable,
    functions: { ...deployable.functions, source: fromHome(places.functionsFolder) },
    hosting: {
      ...deployable.hosting,
      public: fromHome(places.pageFolder),
      headers: deployable.hosting.headers.map((rule) => allowEmulators(rule, ports)),
    },
    firestore: {
      ...deployable.firestore,
      rules: resolve(projectRoot, deployable.firestore.rules),
      indexes: resolve(projectRoot, deployable.firestore.indexes),
    },
    emulators: {
      singleProjectMode: true,
      ui: { enabled: false },
      auth: at(ports.auth),
      functions: at(ports.functions),
      firestore: { ...at(ports.firestore), websocketPort: ports.firestoreWebsocket },
      hosting: at(ports.hosting),
      tasks: at(ports.tasks),
      eventarc: at(ports.eventarc),
      hub: at(ports.hub),
      logging: at(ports.logging),
      ...(places.withPubsub ? { pubsub: at(ports.pubsub) } : {}),
    },
  };
}

/** Only this generated copy names local addresses, so a policy that trusts localhost cannot be deployed. */
function allowEmulators(rule: HeaderRule, ports: EmulatorPorts): HeaderRule {
  const local = [ports.auth, ports.firestore].flatMap((port) => [`http://${HOST}:${port}`, `http://localhost:${port}`]).join(' ');
  const headers = rule.headers.map(({ key, value }) =>
    key === 'Content-Security-Policy' ? { key, value: value.replace(/connect-src ([^;]*)/, `connect-src $1 ${local}`) } : { key, value },
  );
  return { ...rule, headers };
}
