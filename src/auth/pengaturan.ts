/** What signing in takes from the environment (see `config.ts`); given to the module by whoever starts the application. */
export class PengaturanAuth {
  /** scheme and host by which people reach us, `https://tuntas.contoh.go.id`; null = as the request says */
  readonly alamatPublik: string | null = null;
  /** mail server and sender; null = links are shown to whoever made them */
  readonly surat: { readonly url: string; readonly dari: string } | null = null;
  /** 32 bytes; null = from a file in the data folder */
  readonly kunci: Buffer | null = null;
  readonly folderData: string | null = null;
  /** demonstration accounts may sign in: on the embedded database only */
  readonly akunContoh: boolean = false;
  /** and the sign-in page offers them: only where strangers cannot reach it */
  readonly tawarkanAkunContoh: boolean = false;
  /** providers without TLS, for trials */
  readonly oidcTanpaTls: boolean = false;

  constructor(isi: Partial<PengaturanAuth> = {}) {
    Object.assign(this, isi);
  }

  /** Browsers reach us by TLS, whatever the last hop is. */
  get https(): boolean {
    return this.alamatPublik?.startsWith('https:') ?? false;
  }
}
