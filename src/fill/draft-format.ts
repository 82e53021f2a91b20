/** Apart from the schema, which pages get by without until a file or a link is read. */
export const draftFormat = 'planshelf.draft';
/** A change of this number comes with a migration in `draft-migrations.ts`. */
export const draftVersion = 2;
