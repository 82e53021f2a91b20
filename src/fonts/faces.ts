import { createRequire } from 'node:module';

/** One static font face that print documents may use. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  /** Absolute path of the TrueType file. */
  readonly path: string;
  /** Stem of the file name that is published. */
  readonly name: string;
}

const require = createRequire(import.meta.url);

/**
 * The bundled faces: static TrueType only, since variable fonts and CFF collections print as Type 3.
 * Both families are under the SIL Open Font License 1.1.
 */
export function bundledFaces(): readonly FontFace[] {
  return [
    face('Planshelf Serif', 400, '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    face('Planshelf Serif', 700, '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
    face('Planshelf Sans', 400, '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    face('Planshelf Sans', 700, '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  ];
}

function face(family: string, weight: number, file: string): FontFace {
  return { family, weight, path: require.resolve(file), name: `${family.toLowerCase().replace(' ', '-')}-${weight}` };
}
