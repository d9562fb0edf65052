/** About how wide a text is, in CSS pixels: Chinese is as wide as it is high, other letters about half. */
export const widthOf = (text: string, size = 13): number => size * [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.56), 0);
