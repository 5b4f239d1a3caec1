import { SCHEMAS } from '@splitifyd/shared/schemas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivedId } from './derived-id.ts';

const uuid = SCHEMAS.createGroup.body.shape.id;

test('a derived id is a UUID like any other, the same for the same parts and another for others', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (deletion, group) => {
      const id = derivedId(deletion, group);
      expect(uuid.parse(id)).toBe(id);
      expect(derivedId(deletion, group)).toBe(id);
      expect(derivedId(group, deletion) === id).toBe(group === deletion);
    }),
  );
});
