interface ImportMetaEnv {
  /** JSON of the Firebase project's web configuration; a demo project where absent. */
  readonly VITE_FIREBASE_CONFIG?: string;
  /** JSON of `Emulators`; absent in production. */
  readonly VITE_EMULATORS?: string;
  readonly VITE_API_BASE?: string;
}
