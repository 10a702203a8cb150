export default async function bereskanSemua(): Promise<void> {
  await globalThis.serverUji?.hentikan();
}
