import type { PlanDocument } from '../schema.ts';
import { type DocumentPlace, documentPlaces } from './document-places.ts';
import { type PlaceFinder, placeFinder } from './resolve-edits.ts';

/** The places of a document that changes are made of, and what finds them. */
export interface PublishedPlaces {
  readonly places: readonly DocumentPlace[];
  readonly find: PlaceFinder;
}

const known = new WeakMap<PlanDocument, PublishedPlaces>();

/** Looked up once for each document: one change asks for them several times. */
export function publishedPlaces(document: PlanDocument): PublishedPlaces {
  const before = known.get(document);
  if (before !== undefined) return before;
  const places = documentPlaces(document);
  const found = { places, find: placeFinder(places) };
  known.set(document, found);
  return found;
}
