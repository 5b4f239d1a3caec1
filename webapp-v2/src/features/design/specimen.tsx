import type { ComponentChildren } from 'preact';

/** One component of the kit under its name. */
export function Specimen({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="specimen">
      <h2 class="heading heading-title">{name}</h2>
      <div class="specimen-samples">{children}</div>
    </section>
  );
}

/** One state of a component, with the word for it. */
export function Sample({ state, children }: { state: string; children: ComponentChildren }) {
  return (
    <div class="sample">
      <p class="sample-state">{state}</p>
      {children}
    </div>
  );
}
