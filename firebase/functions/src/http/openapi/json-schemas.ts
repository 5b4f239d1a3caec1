import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Turns the contract's schemas into JSON Schema. Those with a name of their own are told once, and referred to by it. */
export function createJsonSchemas() {
  const named: Record<string, JsonSchema> = {};
  return {
    /** What a client writes or reads, before any transformation on our side; answers may therefore grow. */
    of(schema: z.ZodType): JsonSchema {
      const { $schema, $defs, ...own } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      for (const [name, definition] of Object.entries($defs ?? {})) named[name] = relocated(definition);
      const { id, ...rest } = relocated(own);
      if (typeof id !== 'string') return rest;
      named[id] = rest;
      return { $ref: `#/components/schemas/${id}` };
    },
    named: (): Record<string, JsonSchema> => named,
  };
}

export type JsonSchemas = ReturnType<typeof createJsonSchemas>;

/** References as they are within an OpenAPI document; JSON Schema keeps its definitions elsewhere. */
function relocated(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
