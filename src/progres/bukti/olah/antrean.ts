/** Work that takes memory waits for its turn: so much at once, first come, first served. */
export class Antrean {
  private terpakai = 0;
  private readonly menunggu: { readonly bobot: number; readonly lanjut: () => void }[] = [];

  constructor(private readonly muatan: number) {}

  /** @param bobot how much of the whole this takes, at most all of it */
  async jalankan<T>(bobot: number, kerja: () => Promise<T>): Promise<T> {
    const beban = Math.min(bobot, this.muatan);
    if (this.menunggu.length > 0 || this.terpakai + beban > this.muatan)
      await new Promise<void>((lanjut) => this.menunggu.push({ bobot: beban, lanjut }));
    else this.terpakai += beban;
    try {
      return await kerja();
    } finally {
      this.terpakai -= beban;
      this.berikutnya();
    }
  }

  private berikutnya(): void {
    for (let depan = this.menunggu[0]; depan && this.terpakai + depan.bobot <= this.muatan; depan = this.menunggu[0]) {
      this.menunggu.shift();
      this.terpakai += depan.bobot;
      depan.lanjut();
    }
  }
}
