import type { Tenant } from '../tenant.js';

/** A tenant's look, made safe for style attributes. */
export interface Brand {
  name: string;
  logo?: string;
  primary: string;
  /** What can be read on `primary`. */
  onPrimary: string;
  background: string;
  text: string;
  link: string;
  font: string;
}

const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const FALLBACK_FONT = 'Arial, Helvetica, sans-serif';

/** The look by the tenant's theme; what it leaves out, or cannot be, is the platform's. */
export function brandOf({ name, theme }: Pick<Tenant, 'name' | 'theme'>): Brand {
  const color = (key: string, otherwise: string): string => {
    const value = theme?.colors?.[key];
    return value !== undefined && COLOR.test(value) ? value : otherwise;
  };
  const primary = color('primary', '#1f3a5f');
  const logo = theme?.logo;
  return {
    name,
    ...(logo !== undefined && /^https?:\/\/[^\s"'<>]+$/.test(logo) && { logo }),
    primary,
    onPrimary: isLight(primary) ? '#111111' : '#ffffff',
    background: color('bodyBg', '#f3f5f7'),
    text: color('black', '#1d2733'),
    link: color('link', primary),
    font: fontOf(theme?.typography?.['font-family']),
  };
}

/** Family names alone: nothing that could end the attribute or the declaration. */
function fontOf(family: string | undefined): string {
  const names = (family ?? '').split(',').map((one) => one.trim().replaceAll(/['"]/g, ''));
  const safe = names.filter((one) => /^[\p{L}\d][\p{L}\d -]{0,40}$/u.test(one)).map((one) => `'${one}'`);
  return [...safe, FALLBACK_FONT].join(', ');
}

/** True where dark text is easier to read: relative luminance as in WCAG 2.2. */
function isLight(color: string): boolean {
  const digits = color.length === 4 ? color.slice(1).replaceAll(/./g, '$&$&') : color.slice(1);
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.35;
}
