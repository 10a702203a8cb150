import { Injectable } from '@nestjs/common';

/** Something that rests on a confirmed survey, as a sentence. */
export interface Sandaran {
  readonly pesan: string;
  readonly tautan: string | null;
}

export interface SumberSandaran {
  readonly jenis: string;
  cari(instansi: { readonly id: string; readonly kode: string }, surveiId: string): Promise<readonly Sandaran[]>;
}

/** Modules that come after this one (plans, reports) make known what of theirs rests on a survey, so that reopening it can say so. */
@Injectable()
export class DaftarSandaran {
  private readonly sumber = new Map<string, SumberSandaran>();

  /** Call once, when the module starts. */
  daftarkan(sumber: SumberSandaran): void {
    if (this.sumber.has(sumber.jenis)) throw new Error(`Jenis ${sumber.jenis} sudah terdaftar`);
    this.sumber.set(sumber.jenis, sumber);
  }

  async cari(instansi: { readonly id: string; readonly kode: string }, surveiId: string): Promise<Sandaran[]> {
    const semua: Sandaran[] = [];
    for (const s of this.sumber.values()) semua.push(...(await s.cari(instansi, surveiId)));
    return semua;
  }
}
