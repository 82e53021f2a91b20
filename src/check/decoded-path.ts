/** The path that an address names; one with a stray `%` names itself. */
export function decodedPath(address: string): string {
  try {
    return decodeURI(address);
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}
