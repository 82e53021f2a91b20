import type { APIRoute } from 'astro';
import { planJsonSchema } from '../../check/data/schema-description.ts';

/** The front matter's schema, for editors: `# yaml-language-server: $schema=…`. */
export const GET: APIRoute = () => Response.json(planJsonSchema());
