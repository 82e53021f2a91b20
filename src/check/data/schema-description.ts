import { z } from 'zod';
import { planSchema } from '../../model/plan.ts';

/** The part of JSON Schema that is read here. */
interface SchemaNode {
  readonly description?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/** The JSON Schema of an entry's front matter, as `/schema/plan.schema.json` publishes it. */
export function planJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(planSchema, { io: 'input', unrepresentable: 'any' });
}

const root = planJsonSchema() as SchemaNode;

/** Keys that may stand at a path; of fields, those of the kind that is given there. */
export function knownKeys(path: readonly PropertyKey[], kind?: unknown): string[] {
  const nodes = nodesAt(path);
  const ofKind = kind === undefined ? [] : nodes.filter(({ properties }) => properties?.['kind']?.const === kind);
  return [...new Set((ofKind.length === 0 ? nodes : ofKind).flatMap(({ properties = {} }) => Object.keys(properties)))];
}

/** What the schema says belongs at a path, in zh-CN. */
export function describe(path: readonly PropertyKey[]): string | undefined {
  return nodesAt(path).find((node) => node.description !== undefined)?.description;
}

/** All variants of the schema at a path: a union has one for each of its members. */
function nodesAt(path: readonly PropertyKey[]): SchemaNode[] {
  let nodes = variants([root]);
  for (const key of path) {
    nodes = variants(
      nodes.flatMap((node) => {
        const next = typeof key === 'number' ? node.items : node.properties?.[String(key)];
        return next ? [next] : [];
      }),
    );
  }
  return nodes;
}

function variants(nodes: readonly SchemaNode[]): SchemaNode[] {
  return nodes.flatMap((node) => [node, ...variants([...(node.anyOf ?? []), ...(node.oneOf ?? [])])]);
}
