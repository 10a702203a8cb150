import { Injectable } from '@nestjs/common';
import type { TempatSaran } from './tempat-saran';

/** What a suggestion led to, as its page shows it. */
export interface TautanSaran {
  readonly teks: string;
  readonly keterangan: string;
  readonly tautan: string;
}

/**
 * Plans come after surveys in the order of the modules; whoever turns suggestions into something makes itself known here, so that the
 * page of a suggestion shows it and leads to it.
 */
export interface SumberTautanSaran {
  cari(tempat: TempatSaran, saranId: string): Promise<readonly TautanSaran[]>;
  /** pages on which this person may turn the suggestion into something */
  jalan(tempat: TempatSaran, nomor: number): readonly { readonly teks: string; readonly tautan: string }[];
}

@Injectable()
export class DaftarTautanSaran {
  private readonly sumber: SumberTautanSaran[] = [];

  /** Call once, when the module starts. */
  daftarkan(sumber: SumberTautanSaran): void {
    this.sumber.push(sumber);
  }

  async cari(tempat: TempatSaran, saranId: string): Promise<TautanSaran[]> {
    const hasil: TautanSaran[] = [];
    for (const s of this.sumber) hasil.push(...(await s.cari(tempat, saranId)));
    return hasil;
  }

  jalan(tempat: TempatSaran, nomor: number): { readonly teks: string; readonly tautan: string }[] {
    return this.sumber.flatMap((s) => s.jalan(tempat, nomor));
  }
}
