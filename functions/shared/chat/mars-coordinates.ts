interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

// Krasovsky 1940: half axis in metres, and eccentricity squared.
const AXIS = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;
const { PI, abs, cos, sin, sqrt } = Math;

/**
 * WGS-84 of a point on a Chinese map. Maps published in mainland China, WeChat's among them, use GCJ-02, which lies
 * some 100 to 700 metres off. Good to about two metres; outside the mainland the two agree and the point is given back.
 */
export function wgs84Of({ latitude, longitude }: Point): Point {
  if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271)
    return { latitude, longitude };
  const [x, y] = [longitude - 105, latitude - 35];
  const slope = (latitude / 180) * PI;
  const curve = 1 - ECCENTRICITY * sin(slope) ** 2;
  const north = (shiftNorth(x, y) * 180) / (((AXIS * (1 - ECCENTRICITY)) / (curve * sqrt(curve))) * PI);
  const east = (shiftEast(x, y) * 180) / ((AXIS / sqrt(curve)) * cos(slope) * PI);
  return { latitude: latitude - north, longitude: longitude - east };
}

function shiftNorth(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
  return plane + waves(x, 6, 2, 20) + (2 / 3) * (20 * sin(y * PI) + 40 * sin((y / 3) * PI)) + far(y, 160, 320, 12, 30);
}

function shiftEast(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
  return plane + waves(x, 6, 2, 20) + (2 / 3) * (20 * sin(x * PI) + 40 * sin((x / 3) * PI)) + far(x, 150, 300, 12, 30);
}

const waves = (x: number, first: number, second: number, height: number): number =>
  (2 / 3) * height * (sin(first * x * PI) + sin(second * x * PI));

const far = (value: number, near: number, wide: number, short: number, long: number): number =>
  (2 / 3) * (near * sin((value / short) * PI) + wide * sin((value / long) * PI));
