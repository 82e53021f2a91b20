/** Apart from the schema, which browsers get by without. `planshelf.document` is what a plan's JSON file is called. */
export const documentFormat = 'planshelf.plan-document';
/** A change of this number comes with a migration. */
export const documentVersion = 1;
