import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HUE_COLOURS } from "@/lib/domain/codebook/colour";

/** What people see who lack a kind of cone, in linear RGB (Machado, Oliveira and Fernandes 2009, table 1, severity 1.0). */
const SIGHTS: Record<string, number[][]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const css = readFileSync("app/globals.css", "utf8");
/** The value of a token in the light and in the dark. */
function token(name: string): [string, string] {
  const [, light, dark] = new RegExp(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
  if (!light || !dark) throw new Error(`there is no colour ${name}`);
  return [light, dark];
}

function linear(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

const times = (matrix: number[][], vector: number[]) =>
  matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0));

/** Oklab (Ottosson 2020), in which distances are about as large as they look. */
function oklab(rgb: number[]): number[] {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

const luminance = ([r = 0, g = 0, b = 0]: number[]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("the six hues of codes in the %s", (_, theme) => {
  const hues = [0, 1, 2, 3, 4, 5].map((hue) => token(`hue-${hue}`)[theme]);

  it.each(Object.keys(SIGHTS))("lie apart with %s", (sight) => {
    const seen = hues.map((hue) =>
      oklab(times(SIGHTS[sight] ?? [], linear(hue)).map((value) => Math.min(1, Math.max(0, value)))),
    );
    const distances = seen.flatMap((a, index) =>
      seen.slice(index + 1).map((b) => Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0)))),
    );
    expect(Math.min(...distances)).toBeGreaterThan(0.09);
  });

  it.each(["paper", "panel", "raised", "accent-tint"])("are read on %s", (ground) => {
    for (const hue of hues) expect(contrast(hue, token(ground)[theme])).toBeGreaterThan(4.5);
  });
});

it("the hues are given to other programs as they are shown in the light", () => {
  expect(HUE_COLOURS).toEqual([0, 1, 2, 3, 4, 5].map((hue) => token(`hue-${hue}`)[0]));
});
