/** Seconds. A session ends when nothing is asked for that long, and at the latest a week after signing in. */
export const UMUR_DIAM = 8 * 3600;
export const UMUR_PENUH = 7 * 24 * 3600;
/** Between password and second factor. */
export const UMUR_TERTUNDA = 15 * 60;
/** How long a browser is remembered as one of its owner's. */
export const UMUR_PERANGKAT = 365 * 24 * 3600;
