/** The part of JSON Schema that is read here. */
export interface SchemaNode {
  readonly description?: string | undefined;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: unknown;
  readonly anyOf?: readonly unknown[] | undefined;
  readonly oneOf?: readonly unknown[] | undefined;
}

/** A key of the front matter, as the schema describes it. */
export interface SchemaKey {
  readonly key: string;
  readonly required: boolean;
  readonly description: string;
}

/** The keys at a place of the schema; the step `[]` goes into a list's items. Variants are taken together. */
export function schemaKeys(root: SchemaNode, path: readonly string[] = []): SchemaKey[] {
  const nodes = path.reduce<readonly SchemaNode[]>((at, step) => at.flatMap((node) => below(node, step)), [root]);
  const keys = new Map<string, SchemaKey>();
  for (const node of nodes.flatMap(variants)) {
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      const description = isSchemaNode(value) ? (value.description ?? '') : '';
      if (!keys.has(key)) keys.set(key, { key, required: node.required?.includes(key) ?? false, description });
    }
  }
  return [...keys.values()];
}

function below(node: SchemaNode, step: string): SchemaNode[] {
  return variants(node).flatMap((variant) => {
    const next = step === '[]' ? variant.items : variant.properties?.[step];
    return isSchemaNode(next) ? [next] : [];
  });
}

function variants(node: SchemaNode): SchemaNode[] {
  return [node, ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].filter(isSchemaNode).flatMap(variants)];
}

function isSchemaNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null;
}
