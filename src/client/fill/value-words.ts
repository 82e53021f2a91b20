/** What only unusual values need, apart: loaded with the first of them. */
export { readContent, readValues } from '../../fill/read-content.ts';
export { problemsByField } from '../../fill/value-problems.ts';
