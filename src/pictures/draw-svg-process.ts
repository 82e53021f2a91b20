/** Draws the SVG that is named, and writes an SVG with the picture to standard output; see `drawSvg`. */
import sharp from 'sharp';

/** Pixels for each of the drawing's own, enough for print: 96 × 3 = 288 dots to the inch. */
const scale = 3;
const dotsPerInch = 72;
/** Of the longer side, in pixels. */
const longest = 4000;

const [, , path = ''] = process.argv;
const { width, height } = await sharp(path, { density: dotsPerInch }).metadata();
const chosen = Math.min(scale, longest / Math.max(width, height));
const picture = await sharp(path, { density: dotsPerInch * chosen })
  .png({ compressionLevel: 9 })
  .toBuffer();
const size = `width="${width}" height="${height}"`;
process.stdout.write(
  `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}">` +
    `<image ${size} href="data:image/png;base64,${picture.toString('base64')}"/></svg>\n`,
);
